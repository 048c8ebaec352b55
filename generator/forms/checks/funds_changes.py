"""FND-6 to FND-11: what the budget did during the year, and what became of it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import EvaluationContext, ScoredRow
from generator.forms.checks.reasons import has_reason
from generator.forms.checks.registry import evaluation_check
from generator.forms.checks.wording import FUND_ROWS
from generator.forms.prompt_text import persons_words
from generator.forms.scoring import PARTS, scored_row
from generator.forms.values import Quantity

_ABOUT_MONEY = re.compile("执行率|执行数|预算|资金|支付|付款|支出|结转|结余|节约|经费|中标")
_CAUSE = re.compile("因|由于|受|未|原因|影响|需|才")
_ABOUT_CHANGE = re.compile("调整|调增|调减|调入|调出|调剂|追加|压减|核减|增加预算|收回|年中|统筹")
_REPEATS_THE_RATE = re.compile("成本|预算|执行率|资金|经费")
_SENTENCE_ENDS = re.compile("[。；;\n]")
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


def unexplained_low_rate(context: EvaluationContext) -> Decimal | None:
    """Return the execution rate (percent) where it is low and nothing in the form says why."""
    percent = _percent(context)
    if percent is None or percent >= context.profile.execution.reason_below.value:
        return None
    return None if _says_why_low(context) else percent


@evaluation_check("FND-8")
def budget_change_is_explained(context: EvaluationContext) -> Iterator[Fault]:
    """A budget changed by more than the profile's share during the year has a reason."""
    money = scored_row(context.form)
    initial, adjusted = money.initial_budget, money.adjusted_budget
    if initial is None or adjusted is None or initial == adjusted:
        return
    limit = context.profile.review.budget_change
    large = initial == 0 or abs(adjusted - initial) / abs(initial) > limit.value
    if large and not any(_ABOUT_CHANGE.search(text) for text in _told(context)):
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


def _told(context: EvaluationContext) -> list[str]:
    """Return every sentence in which a unit explains itself; our own prompts are no words of it."""
    reasons = [scored.entered.deviation_analysis for scored in context.scored]
    texts = [persons_words(text) for text in (context.form.actual_result, *reasons) if text]
    return [sentence for text in texts for sentence in _SENTENCE_ENDS.split(text)]


def repeats_execution_rate(scored: ScoredRow, context: EvaluationContext) -> bool:
    """Tell whether an indicator repeats the execution rate, as many cost indicators do."""
    actual = scored.row.actual
    if not isinstance(actual, Quantity) or actual.unit.base != "%":
        return False
    if not _REPEATS_THE_RATE.search(scored.row.name):
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
    if any(_ABOUT_MONEY.search(text) and _CAUSE.search(text) for text in _told(context)):
        return True
    return any(
        has_reason(scored.entered) and repeats_execution_rate(scored, context)
        for scored in context.scored
    )


def _largest(context: EvaluationContext, column: str) -> str | None:
    """Return the source with most money in a column, ``None`` where all are 0 or some blank."""
    amounts = {row: getattr(getattr(context.form.funds, row), column) for row in PARTS}
    if any(amount is None for amount in amounts.values()) or not any(amounts.values()):
        return None
    return max(amounts, key=lambda row: amounts[row])
