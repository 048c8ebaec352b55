"""RSN-2 and RSN-3: targets far exceeded have a reason, and may have been too easy."""

from collections.abc import Iterator
from decimal import Decimal

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import EvaluationContext, ScoredRow
from generator.forms.checks.deviations import is_exceeded, is_far_within, loses_points
from generator.forms.checks.reasons import has_reason
from generator.forms.checks.registry import evaluation_check
from generator.forms.checks.wording import percent


@evaluation_check("RSN-2")
def over_achievement_has_a_reason(context: EvaluationContext) -> Iterator[Fault]:
    """From the profile's share of the target on (130 %) the reason is told; no score changes.

    Where points were lost as well, RSN-1 asks already.
    """
    limit = context.profile.over_achievement.threshold
    if not context.prints("indicators.deviation_analysis"):
        return
    for scored in context.scored:
        if not is_exceeded(scored, limit.value) or loses_points(scored):
            continue
        if scored.row.active and not has_reason(scored.entered):
            yield _fault(scored, "deviation_analysis", None, limit.reference)


@evaluation_check("RSN-3")
def targets_are_not_too_easy(context: EvaluationContext) -> Iterator[Fault]:
    """A target reached twice over, or a limit hardly touched, was probably set too easy.

    Where the unit has told why, it is only noted.
    """
    profile = context.profile
    limits = profile.over_achievement
    for scored in context.scored:
        if not scored.row.active:
            continue
        exceeded = is_exceeded(scored, limits.doubtful.value)
        if exceeded or is_far_within(scored, profile):
            yield _fault(scored, "target", _variant(scored, exceeded), limits.doubtful.reference)


def _variant(scored: ScoredRow, exceeded: bool) -> str | None:
    if has_reason(scored.entered):
        return "explained"
    if exceeded:
        return None
    return "limit" if scored.outcome.completion_ratio else "nothing"


def _fault(scored: ScoredRow, column: str, variant: str | None, reference: str) -> Fault:
    entered = scored.entered
    return fault(
        scored.row.field(column),
        entered=entered.target if column == "target" else None,
        variant=variant,
        reference=reference,
        place=scored.row.place,
        target=entered.target,
        actual=entered.actual,
        share=percent(scored.outcome.completion_ratio or Decimal(0)),
    )
