"""SCR-1 to SCR-3: scores keep within the weight and follow the completion."""

from collections.abc import Iterator
from decimal import Decimal

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import EvaluationContext, ScoredRow
from generator.forms.checks.reasons import has_reason
from generator.forms.checks.registry import evaluation_check
from generator.forms.scoring import Branch

_PROPORTIONAL = (
    Branch.SHORT,
    Branch.OVER_LIMIT,
    Branch.FAR_OVER_LIMIT,
    Branch.ZERO_MISSED,
)
_ZERO = Decimal(0)


@evaluation_check("SCR-1")
def scores_keep_within_weights(context: EvaluationContext) -> Iterator[Fault]:
    """A score lies between 0 and its weight."""
    for scored in context.scored:
        points, weight = scored.entered.score, scored.entered.weight
        if points is None or not scored.row.active:
            continue
        if points < 0:
            yield _fault(scored, _ZERO, "negative")
        elif weight is not None and points > max(weight, _ZERO):
            yield _fault(scored, weight)


@evaluation_check("SCR-2")
def missed_targets_score_by_proportion(context: EvaluationContext) -> Iterator[Fault]:
    """A target not met earns its proportion.

    People may judge, so more than the rule gives is a doubt only beyond the tolerance; less than
    the rule gives, with a reason, is noted.  Full marks are SCR-3's, no reason is RSN-1's.
    """
    limits = context.profile.tolerances
    for scored in _missed(context):
        points, weight = scored.entered.score or _ZERO, scored.entered.weight or _ZERO
        expected = scored.outcome.score
        if scored.outcome.why not in _PROPORTIONAL or expected is None or points >= weight:
            continue
        difference = points - expected
        if abs(difference) <= limits.proportional_points.value:
            continue
        if difference < 0:
            if has_reason(scored.entered):
                yield _fault(scored, expected, "below")
        elif difference > weight * limits.proportional_share.value:
            yield _fault(scored, expected)
        else:
            yield _fault(scored, expected, "slightly")


@evaluation_check("SCR-3")
def missed_targets_are_not_full(context: EvaluationContext) -> Iterator[Fault]:
    """A target not met does not earn the full weight."""
    for scored in _missed(context):
        weight = scored.entered.weight
        if weight and scored.entered.score is not None and scored.entered.score == weight:
            yield _fault(scored, scored.outcome.score)


def _missed(context: EvaluationContext) -> Iterator[ScoredRow]:
    for scored in context.scored:
        entered = scored.entered.score
        if scored.outcome.met is False and entered is not None and entered >= 0:
            yield scored


def _fault(scored: ScoredRow, expected: Decimal | None, variant: str | None = None) -> Fault:
    entered = scored.entered
    return fault(
        scored.row.field("score"),
        entered=entered.score,
        expected=expected,
        variant=variant,
        place=scored.row.place,
        weight=entered.weight,
        target=entered.target,
        actual=entered.actual,
    )
