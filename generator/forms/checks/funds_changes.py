"""FND-6 to FND-11: what the budget did during the year, and what became of it."""

from collections.abc import Iterator
from decimal import Decimal

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import EvaluationContext
from generator.forms.checks.funds_explained import says_why_changed, unexplained_low_rate
from generator.forms.checks.registry import evaluation_check
from generator.forms.checks.wording import FUND_ROWS
from generator.forms.scoring import PARTS, scored_row

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
