"""What a form says of its money: why it was not spent, why the budget changed."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, cached_property

from generator.forms.checks.context import EvaluationContext, ScoredRow
from generator.forms.checks.reasons import has_reason
from generator.forms.checks.results import result_of
from generator.forms.data_files import shipped
from generator.forms.prompt_text import persons_words
from generator.forms.record import Record
from generator.forms.scoring import scored_row
from generator.forms.values import Quantity
from generator.forms.word_lists import Words, any_word

_SENTENCE_ENDS = re.compile("[。；;\n]")
_NEAR = 8  # characters between 增加 and 预算


class MoneyWords(Record):
    """The lists of ``money.yaml``; the file says what each is for."""

    about: Words
    causes: Words
    later: Words
    budgeting: Words
    retention: Words
    changes: Words
    more_or_less: Words
    changed: Words
    rate_again: Words

    @cached_property
    def any_about(self) -> re.Pattern[str]:
        """Any word for the money of the year."""
        return any_word(self.about)

    @cached_property
    def any_cause(self) -> re.Pattern[str]:
        """Any word that gives a cause."""
        return any_word(self.causes)

    @cached_property
    def next_budget(self) -> re.Pattern[str]:
        """What says how a later budget will be drawn up."""
        later, budgeting = any_word(self.later).pattern, any_word(self.budgeting).pattern
        return re.compile(f"(?:{later})[^，,。；;]*?(?:{budgeting})")

    @cached_property
    def any_change(self) -> re.Pattern[str]:
        """What speaks of a change of the budget."""
        verbs, things = any_word(self.more_or_less).pattern, any_word(self.changed).pattern
        near = f"(?:{verbs})[^，。,;；]{{0,{_NEAR}}}(?:{things})"
        return re.compile(f"{any_word(self.changes).pattern}|{near}")


@cache
def money_words() -> MoneyWords:
    """Return the words that explain money, read once."""
    return shipped("vocabularies", "money", MoneyWords)


def unexplained_low_rate(context: EvaluationContext) -> Decimal | None:
    """Return the execution rate (percent) where it is low and nothing in the form says why."""
    percent = _percent(context)
    if percent is None or percent >= context.profile.execution.reason_below.value:
        return None
    return None if _says_why_low(context) else percent


def says_why_changed(context: EvaluationContext) -> bool:
    """Tell whether a sentence of the form speaks of the change of its budget."""
    return any(money_words().any_change.search(sentence) for sentence in _told(context))


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
    this_year = words.next_budget.sub("", sentence)
    return bool(words.any_about.search(this_year) and words.any_cause.search(this_year))


def _told(context: EvaluationContext) -> Iterator[str]:
    """Yield every sentence in which a unit explains itself; our own prompts are no words of it."""
    reasons = (persons_words(scored.entered.deviation_analysis) for scored in context.scored)
    for text in (result_of(context.form), *reasons):
        yield from _SENTENCE_ENDS.split(text or "")
