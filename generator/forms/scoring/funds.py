"""Totals of the money of a self-evaluation, and the execution rate that follows from them."""

from decimal import Decimal
from typing import Literal

from generator.forms.models import EvaluationFunds, FundRow, SelfEvaluationForm
from generator.forms.numbers import round_half_up
from generator.forms.profiles import Profile

FundColumn = Literal["initial_budget", "adjusted_budget", "actual_expenditure"]
FUND_COLUMNS: tuple[FundColumn, ...] = ("initial_budget", "adjusted_budget", "actual_expenditure")
PARTS = ("current_appropriation", "carry_over", "other_funds")
FUND_ROWS = ("annual_total", *PARTS)


def parts(funds: EvaluationFunds, column: FundColumn) -> tuple[Decimal | None, ...]:
    """Return what the three sources of funds have in a column, in the order of ``PARTS``."""
    return (
        getattr(funds.current_appropriation, column),
        getattr(funds.carry_over, column),
        getattr(funds.other_funds, column),
    )


def effective_total(form: SelfEvaluationForm, column: FundColumn) -> Decimal | None:
    """Return the year's money in a column, in the form's unit, ``None`` when nothing is given.

    The three parts, where all are given, are the truth; else the total as entered; else what
    parts there are (DESIGN §5: sums are checked where all parts are given).
    """
    given = [part for part in parts(form.funds, column) if part is not None]
    total: Decimal | None = getattr(form.funds.annual_total, column)
    if len(given) == len(PARTS) or (given and total is None):
        return sum(given, Decimal(0))
    return total


def scored_row(form: SelfEvaluationForm) -> FundRow:
    """Return budgets and expenditure as the execution rate uses them.

    The same totals a recalculated workbook shows, so that both give one rate.
    """
    entered = form.funds.annual_total
    initial, adjusted, spent = (effective_total(form, column) for column in FUND_COLUMNS)
    return FundRow.model_construct(  # sums may have more digits than an entry
        initial_budget=initial,
        adjusted_budget=adjusted,
        actual_expenditure=spent,
        execution_rate=entered.execution_rate,
    )


def execution_rate(
    budget: Decimal | None, actual: Decimal | None, profile: Profile
) -> Decimal | None:
    """Return 全年执行数 ÷ 全年预算数 as displayed, half up: percent or ratio by the profile.

    The divisor is the adjusted budget (财预〔2020〕10号, annex 1).  ``None`` unless both are given;
    a zero budget gives 0 (profile ``zero_budget``).
    """
    if budget is None or actual is None:
        return None
    places = profile.execution.decimals.value
    if budget == 0:
        return round_half_up(Decimal(0), places)
    return round_half_up(actual * profile.execution.whole / budget, places)


def execution_score(
    rate: Decimal | None, weight: Decimal | None, profile: Profile
) -> Decimal | None:
    """Return the points of the execution rate: displayed rate, capped at full, times the weight.

    ``weight`` as entered, the profile's where there is none (财预〔2020〕10号, annex 1: rate × 10,
    at most 10).  ``None`` where there is no rate.
    """
    if rate is None:
        return None
    points = profile.execution.weight.value if weight is None else weight
    whole = profile.execution.whole
    return round_half_up(min(max(rate, Decimal(0)), whole) * points / whole, 2)
