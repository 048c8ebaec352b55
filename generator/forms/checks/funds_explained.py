"""What a form says of its money: why it was not spent, why the budget changed."""

from collections.abc import Iterator
from decimal import Decimal

from generator.forms.checks.context import EvaluationContext, ScoredRow
from generator.forms.checks.funds_vocabulary import money_words
from generator.forms.checks.reasons import has_reason
from generator.forms.checks.results import result_of
from generator.forms.prompt_text import persons_words
from generator.forms.scoring import scored_row
from generator.forms.values import Quantity

_SENTENCE_ENDS = str.maketrans("。；;", "\n\n\n")


def unexplained_low_rate(context: EvaluationContext) -> Decimal | None:
    """Return the execution rate (percent) where it is low and nothing in the form says why."""
    percent = _percent(context)
    if percent is None or percent >= context.profile.execution.reason_below.value:
        return None
    return None if _says_why_low(context) else percent


def says_why_changed(context: EvaluationContext) -> bool:
    """Tell whether a sentence of the form speaks of the change of its budget."""
    return any(map(money_words().tell_change, _told(context)))


def repeats_execution_rate(scored: ScoredRow, context: EvaluationContext) -> bool:
    """Tell whether an indicator repeats the execution rate, as many cost indicators do."""
    actual = scored.row.actual
    if not isinstance(actual, Quantity) or actual.unit.base != "%":
        return False
    if not any(word in scored.row.name for word in money_words().rate_again):
        return False
    percent = _percent(context)
    return percent is not None and abs(actual.number - percent) <= 1


def _percent(context: EvaluationContext) -> Decimal | None:
    """Return expenditure in percent of the adjusted budget, ``None`` where there is none."""
    money = scored_row(context.form)
    if not money.adjusted_budget or money.actual_expenditure is None:
        return None
    return money.actual_expenditure * 100 / money.adjusted_budget


def _says_why_low(context: EvaluationContext) -> bool:
    """Tell whether a sentence gives a cause for the money left, or an indicator does for the rate.

    Many forms repeat the rate as a cost indicator (成本控制率 86%) and explain it there.
    """
    if any(_explains_money_left(sentence) for sentence in _told(context)):
        return True
    return any(
        has_reason(scored.entered) and repeats_execution_rate(scored, context)
        for scored in context.scored
    )


def _explains_money_left(sentence: str) -> bool:
    words = money_words()
    if any(word in sentence for word in words.retention):
        return False
    this_year = words.without_next_budget(sentence)
    return words.any_about.is_in(this_year) and words.any_cause.is_in(this_year)


def _told(context: EvaluationContext) -> Iterator[str]:
    """Yield every sentence in which a unit explains itself; our own prompts are no words of it."""
    reasons = (persons_words(scored.entered.deviation_analysis) for scored in context.scored)
    for text in (result_of(context.form), *reasons):
        yield from (text or "").translate(_SENTENCE_ENDS).split("\n")
