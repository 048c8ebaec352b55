"""SCR-4, SCR-5, SCR-7 to SCR-9: scores people judged, and whether like results are scored alike."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import EvaluationContext, ScoredRow
from generator.forms.checks.deviations import is_scored_by_limit, is_undirected, loses_points
from generator.forms.checks.reasons import has_reason
from generator.forms.checks.registry import evaluation_check
from generator.forms.checks.wording import listed, percent
from generator.forms.numbers import round_half_up
from generator.forms.profiles import Profile
from generator.forms.scoring import Branch
from generator.forms.values import Grade, Qualitative

_GRADES = {
    Branch.ACHIEVED: Grade.ACHIEVED,
    Branch.PARTLY_ACHIEVED: Grade.PARTLY_ACHIEVED,
    Branch.NOT_ACHIEVED: Grade.NOT_ACHIEVED,
}
_ZERO = Decimal(0)


@evaluation_check("SCR-4")
def deductions_from_met_targets(context: EvaluationContext) -> Iterator[Fault]:
    """Points taken off a target that was met, with a reason, are a judgement and only noted.

    Without a reason they are RSN-1's, by the share of a limit SCR-5's, below a grade SCR-7's.
    """
    for scored in context.scored:
        if not scored.outcome.met or not loses_points(scored) or not has_reason(scored.entered):
            continue
        if not is_scored_by_limit(scored, context.profile) and _keeps_band(scored, context.profile):
            yield _fault(scored)


@evaluation_check("SCR-5")
def limits_are_not_scored_as_targets(context: EvaluationContext) -> Iterator[Fault]:
    """An upper limit kept earns the full weight, not the share of the limit that was used."""
    for scored in context.scored:
        if loses_points(scored) and is_scored_by_limit(scored, context.profile):
            yield _fault(scored, expected=scored.entered.weight)


@evaluation_check("SCR-7")
def graded_scores_keep_their_band(context: EvaluationContext) -> Iterator[Fault]:
    """A qualitative result is scored within the band of its grade (财预〔2020〕10号)."""
    for scored in context.scored:
        points, weight = scored.entered.score, scored.entered.weight
        band = _band(scored, context.profile)
        if band is None or points is None or not weight or not 0 <= points <= weight:
            continue
        if not band[0] <= points <= band[1]:
            expected = "至".join(f"{end.normalize():f}" for end in band)
            yield _fault(scored, expected, "above" if points > band[1] else None)


def _keeps_band(scored: ScoredRow, profile: Profile) -> bool:
    band = _band(scored, profile)
    points = scored.entered.score
    return band is None or points is None or band[0] <= points <= band[1]


def _band(scored: ScoredRow, profile: Profile) -> tuple[Decimal, Decimal] | None:
    """Return the points a grade allows, both ends included; ``None`` for any other result."""
    weight = scored.entered.weight
    if not isinstance(scored.row.actual, Qualitative) or weight is None:
        return None
    grade = _GRADES.get(scored.outcome.why)
    if grade is None:
        return None
    band = profile.qualitative[grade].value
    return round_half_up(weight * band.bottom, 2), round_half_up(weight * band.top, 2)


def _fault(
    scored: ScoredRow, expected: Decimal | str | None = None, variant: str | None = None
) -> Fault:
    entered = scored.entered
    points, weight = entered.score or _ZERO, entered.weight or _ZERO
    return fault(
        scored.row.field("score"),
        entered=points,
        expected=expected,
        variant=variant,
        place=scored.row.place,
        weight=weight,
        lost=weight - points,
        share=percent(scored.outcome.completion_ratio or _ZERO),
        target=entered.target,
        actual=entered.actual,
    )


_Measure = tuple[Branch, Decimal, Decimal]


@evaluation_check("SCR-8")
def like_results_are_scored_alike(context: EvaluationContext) -> Iterator[Fault]:
    """Two rows that missed their targets by the same share, at the same weight, score the same.

    Told at every row that differs from the first of its kind.
    """
    first: dict[_Measure, ScoredRow] = {}
    for scored in _missed(context):
        ratio, weight = scored.outcome.completion_ratio, scored.entered.weight
        if ratio is None or weight is None:
            continue
        other = first.setdefault((scored.outcome.why, ratio, weight), scored)
        if other.entered.score != scored.entered.score:
            yield fault(
                scored.row.field("score"),
                entered=scored.entered.score,
                expected=scored.outcome.score,
                place=scored.row.place,
                other=other.row.place,
                other_score=other.entered.score,
                weight=weight,
                share=percent(ratio),
            )


@evaluation_check("SCR-9")
def unlike_results_are_cut_differently(context: EvaluationContext) -> Iterator[Fault]:
    """One share of the weight taken off several rows, however much each of them missed.

    Rows whose score is the proportional one are no sign of it.
    """
    limits = context.profile.review
    for cut, rows in _by_cut(context).items():
        ratios = [scored.outcome.completion_ratio or Decimal(0) for scored in rows]
        spread = max(ratios) - min(ratios)
        few = len(rows) < limits.repeated_cut_rows.value
        if few or spread < limits.repeated_cut_spread.value:
            continue
        yield fault(
            rows[0].row.field("score"),
            entered=percent(cut),
            rows=listed(_described(rows, ratios)),
            cut=percent(cut),
        )


def _missed(context: EvaluationContext) -> Iterator[ScoredRow]:
    """Yield the rows that missed a number and were cut for it, or not."""
    for scored in context.scored:
        points, weight = scored.entered.score, scored.entered.weight
        missed = scored.outcome.met is False and not is_undirected(scored.row)
        if missed and points is not None and weight:
            yield scored


def _by_cut(context: EvaluationContext) -> dict[Decimal, list[ScoredRow]]:
    """Return the rows that fell short and were not scored by proportion, by the share cut."""
    tolerance = context.profile.tolerances.proportional_points.value
    cuts: dict[Decimal, list[ScoredRow]] = {}
    for scored in context.scored:
        points, weight, by_rule = scored.entered.score, scored.entered.weight, scored.outcome.score
        if scored.outcome.why is not Branch.SHORT or not loses_points(scored):
            continue
        if is_undirected(scored.row):
            continue
        if points is None or not weight or by_rule is None or abs(points - by_rule) <= tolerance:
            continue
        cuts.setdefault(1 - points / weight, []).append(scored)
    return cuts


def _described(rows: Iterable[ScoredRow], ratios: Iterable[Decimal]) -> Iterator[str]:
    for scored, ratio in zip(rows, ratios, strict=True):
        yield f"第{scored.row.index + 1}项（完成率{percent(ratio)}）"
