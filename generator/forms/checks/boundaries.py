"""BND-1: a strict sign met exactly at its number."""

from collections.abc import Iterator

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import EvaluationContext
from generator.forms.checks.registry import evaluation_check
from generator.forms.scoring import Branch


@evaluation_check("BND-1")
def strict_signs_at_equality(context: EvaluationContext) -> Iterator[Fault]:
    """The actual equals the number of ``>`` or ``<``: counted as met, and noted."""
    for scored in context.scored:
        if scored.outcome.why is Branch.STRICT_EQUALITY:
            yield fault(
                scored.row.field("actual"),
                entered=scored.entered.actual,
                expected=scored.entered.target,
                place=scored.row.place,
            )
