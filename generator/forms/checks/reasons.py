"""RSN-1: points taken off have a reason."""

from collections.abc import Iterator

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import EvaluationContext
from generator.forms.checks.registry import evaluation_check
from generator.forms.models import EvaluatedIndicator
from generator.forms.prompt_text import begins_with_prompt, persons_words
from generator.forms.values import Blank, NotApplicable, Quantity, parse

_LONGEST_NOTHING = 8  # characters: 无, / and the like are shorter, so longer texts need no reading


@evaluation_check("RSN-1")
def points_lost_have_a_reason(context: EvaluationContext) -> Iterator[Fault]:
    """A score below its weight has a reason beside it."""
    if not context.prints("indicators.deviation_analysis"):
        return
    for scored in context.scored:
        entered = scored.entered
        if not scored.row.active or entered.score is None or entered.weight is None:
            continue
        if entered.score < entered.weight and not has_reason(entered):
            prompted = begins_with_prompt(entered.deviation_analysis)
            yield fault(
                scored.row.field("deviation_analysis"),
                variant="prompted" if prompted else None,
                place=scored.row.place,
                score=entered.score,
                weight=entered.weight,
                lost=entered.weight - entered.score,
            )


def has_reason(entered: EvaluatedIndicator) -> bool:
    """Tell whether a reason is given: words of a person, not 无, 0, / or a standing prompt."""
    return bool(entered.deviation_analysis) and bool(reason_of(entered))


def reason_of(entered: EvaluatedIndicator) -> str:
    """Return the reason a person gave, "" where there is none."""
    words = persons_words(entered.deviation_analysis)
    if begins_with_prompt(words):
        return ""
    return "" if len(words) <= _LONGEST_NOTHING and _is_nothing(words) else words


def _is_nothing(words: str) -> bool:
    """Tell whether an entry is blank, a dash, 无 or a bare figure, which is no reason for anything.

    Words around a figure may be one: 3家未通过验收.
    """
    reading = parse(words)
    if isinstance(reading, Quantity):
        return not reading.label
    return isinstance(reading, Blank | NotApplicable)
