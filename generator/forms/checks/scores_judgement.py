"""SCR-4, SCR-5, SCR-7: scores people judged, and scores the direction of a target misled."""

from collections.abc import Iterator
from decimal import Decimal

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import EvaluationContext, ScoredRow
from generator.forms.checks.deviations import is_scored_by_limit, loses_points
from generator.forms.checks.reasons import has_reason
from generator.forms.checks.registry import evaluation_check
from generator.forms.checks.wording import percent
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
