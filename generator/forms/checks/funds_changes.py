"""FND-6 to FND-11: what the budget did during the year, and what the form says of it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, cached_property

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import EvaluationContext, ScoredRow
from generator.forms.checks.reasons import has_reason
from generator.forms.checks.registry import evaluation_check
from generator.forms.checks.wording import FUND_ROWS
from generator.forms.data_files import Record, shipped
from generator.forms.prompt_text import persons_words, result_of
from generator.forms.scoring import PARTS, scored_row
from generator.forms.values import Quantity
from generator.forms.words import WordFinder, Words, alternatives

_NEAR = 8  # characters between 增加 and 预算
_CLAUSE_ENDS = frozenset("，。,;；")


class MoneyWords(Record):
    """The lists of the data file; the file says what each is for."""

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
    def any_about(self) -> WordFinder:
        """Any word for the money of the year."""
        return WordFinder(self.about)

    @cached_property
    def any_cause(self) -> WordFinder:
        """Any word that gives a cause."""
        return WordFinder(self.causes)

    def without_next_budget(self, sentence: str) -> str:
        """Return a sentence without what says how a later budget will be drawn up."""
        if not any(word in sentence for word in self.later):
            return sentence
        return self._next_budget.sub("", sentence)

    def tell_change(self, sentence: str) -> bool:
        """Tell whether a sentence speaks of a change of the budget: 调减, 增加了预算."""
        if any(word in sentence for word in self.changes):
            return True
        return any(
            self._any_changed.begins_near(sentence, end, _NEAR, _CLAUSE_ENDS)
            for end in self._any_more_or_less.all_ends(sentence)
        )

    @cached_property
    def _next_budget(self) -> re.Pattern[str]:
        later, budgeting = alternatives(self.later), alternatives(self.budgeting)
        return re.compile(f"(?:{later})[^，,。；;]*?(?:{budgeting})")

    @cached_property
    def _any_more_or_less(self) -> WordFinder:
        return WordFinder(self.more_or_less)

    @cached_property
    def _any_changed(self) -> WordFinder:
        return WordFinder(self.changed)


@cache
def money_words() -> MoneyWords:
    """Return the words that explain money, read once."""
    return shipped("vocabularies", "money", MoneyWords)


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


_ONE_PERCENT = Decimal("1.00")


@evaluation_check("FND-6")
def not_more_spent_than_budgeted(context: EvaluationContext) -> Iterator[Fault]:
    """The year's expenditure stays within its adjusted budget."""
    money = scored_row(context.form)
    budget, spent = money.adjusted_budget, money.actual_expenditure
    if budget and spent is not None and spent > budget:
        yield fault(
            "funds.annual_total.actual_expenditure", entered=spent, expected=budget, spent=spent
        )


@evaluation_check("FND-7")
def low_execution_is_explained(context: EvaluationContext) -> Iterator[Fault]:
    """An execution rate below the profile's limit has a reason somewhere in the form."""
    percent = unexplained_low_rate(context)
    limit = context.profile.execution.reason_below
    if percent is not None:
        yield fault(
            "funds.annual_total.execution_rate",
            entered=percent.quantize(_ONE_PERCENT),
            expected=limit.value,
            reference=limit.reference,
        )


@evaluation_check("FND-8")
def budget_change_is_explained(context: EvaluationContext) -> Iterator[Fault]:
    """A budget changed by more than the profile's share during the year has a reason."""
    money = scored_row(context.form)
    initial, adjusted = money.initial_budget, money.adjusted_budget
    if initial is None or adjusted is None or initial == adjusted:
        return
    limit = context.profile.review.budget_change
    large = initial == 0 or abs(adjusted - initial) / abs(initial) > limit.value
    if large and not says_why_changed(context):
        yield fault(
            "funds.annual_total.adjusted_budget",
            entered=adjusted,
            reference=limit.reference,
            initial=initial,
            limit=f"{(limit.value * 100).normalize():f}%",
        )


@evaluation_check("FND-9")
def source_of_money_stays(context: EvaluationContext) -> Iterator[Fault]:
    """The largest source of the initial budget is still the largest of the adjusted one."""
    before, after = (_largest(context, column) for column in ("initial_budget", "adjusted_budget"))
    if before and after and before != after:
        yield fault(
            f"funds.{after}.adjusted_budget",
            entered=FUND_ROWS[after],
            expected=FUND_ROWS[before],
        )


@evaluation_check("FND-10")
def nothing_spent_without_budget(context: EvaluationContext) -> Iterator[Fault]:
    """Money is only spent where there is a budget."""
    money = scored_row(context.form)
    if money.adjusted_budget == 0 and (money.actual_expenditure or 0) > 0:
        yield fault(
            "funds.annual_total.adjusted_budget", entered=Decimal(0), spent=money.actual_expenditure
        )


@evaluation_check("FND-11")
def budget_is_not_zero(context: EvaluationContext) -> Iterator[Fault]:
    """Where nothing was budgeted and spent there is no rate: it shows 0 and earns nothing."""
    money = scored_row(context.form)
    if money.adjusted_budget == 0 and money.actual_expenditure == 0:
        yield fault(
            "funds.annual_total.adjusted_budget",
            entered=Decimal(0),
            reference=context.profile.zero_budget.reference,
        )


def _largest(context: EvaluationContext, column: str) -> str | None:
    """Return the source with most money in a column, ``None`` where all are 0 or some blank."""
    amounts = {row: getattr(getattr(context.form.funds, row), column) for row in PARTS}
    if any(amount is None for amount in amounts.values()) or not any(amounts.values()):
        return None
    return max(amounts, key=lambda row: amounts[row])
