"""SCR-8 and SCR-9: like results are scored alike, and unlike results are not."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import EvaluationContext, ScoredRow
from generator.forms.checks.deviations import is_undirected, loses_points
from generator.forms.checks.registry import evaluation_check
from generator.forms.checks.wording import listed, percent
from generator.forms.scoring import Branch

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
