"""FND-1 to FND-5, FND-12, FND-13: the money is complete, adds up and fits its unit, and the
execution rate and its score follow from it.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.forms.catalogue import Fault, by_effect, fault, shown
from generator.forms.checks.context import Context, EvaluationContext, TargetContext
from generator.forms.checks.registry import evaluation_check, target_check
from generator.forms.checks.wording import FUND_COLUMNS, FUND_ROWS, TARGET_FUNDS, listed
from generator.forms.explanations import (
    Item,
    RateFigures,
    ScoreFigures,
    explain_execution_score,
    explain_rate,
    explain_sum,
)
from generator.forms.findings import Severity
from generator.forms.models import FundRow
from generator.forms.scoring import PARTS, execution_score, scored_row

_Given = list[tuple[str, str, Decimal | None]]
_REQUEST_PARTS = ("current_appropriation", "carry_over", "annual_other_funds")
_PROJECT_PARTS = ("fiscal_funds", "other_funds")


@evaluation_check("FND-1")
def sources_add_up(context: EvaluationContext) -> Iterator[Fault]:
    """The total of each column is the sum of its three sources, where all are given."""
    for column, name in FUND_COLUMNS.items():
        total = getattr(context.form.funds.annual_total, column)
        place = f"年度资金总额的{name}"
        yield from _sum(
            context, f"funds.annual_total.{column}", place, total, _parts(context, column)
        )


@target_check("FND-2")
def requested_funds_add_up(context: TargetContext) -> Iterator[Fault]:
    """The year's request and the project's funds are the sums of their sources."""
    for total, parts in (("annual_request", _REQUEST_PARTS), ("total_funds", _PROJECT_PARTS)):
        given = _target_parts(context, parts)
        amount = getattr(context.form.funds, total)
        yield from _sum(context, f"funds.{total}", TARGET_FUNDS[total], amount, given)


@evaluation_check("FND-5")
def no_source_is_blank(context: EvaluationContext) -> Iterator[Fault]:
    """Where a total is given its sources are too: 0 is written as 0."""
    for column, name in FUND_COLUMNS.items():
        field = f"funds.annual_total.{column}"
        total = getattr(context.form.funds.annual_total, column)
        given = _parts(context, column)
        if total is not None:
            yield from _blank_parts(context, f"年度资金总额的{name}", name, total, given)
        elif context.prints(field):
            yield fault(field, variant="total", place=f"年度资金总额的{name}")


@target_check("FND-5")
def no_requested_source_is_blank(context: TargetContext) -> Iterator[Fault]:
    """The request of the year is given, and its sources with it."""
    total = context.form.funds.annual_request
    given = _target_parts(context, _REQUEST_PARTS)
    if total is not None:
        yield from _blank_parts(context, TARGET_FUNDS["annual_request"], "金额", total, given)
    elif context.prints("funds.annual_request"):
        place = TARGET_FUNDS["annual_request"]
        yield fault("funds.annual_request", variant="total", place=place)


@target_check("FND-13")
def project_funds_cover_the_year(context: TargetContext) -> Iterator[Fault]:
    """The funds of the whole project are at least the year's; in a one-year project the same.

    The total of a phased project is cumulative over its years and is not compared (RULES §5).
    """
    funds = context.form.funds
    if funds.total_funds is None or funds.annual_request is None:
        return
    difference = funds.total_funds - funds.annual_request
    tolerance = context.profile.tolerances.sum_tolerance.value
    if difference < -tolerance or (difference > tolerance and _one_year(context)):
        yield fault(
            "funds.total_funds",
            entered=funds.total_funds,
            expected=funds.annual_request,
            variant=None if difference < 0 else "one_year",
        )


def _sum(
    context: Context, field: str, place: str, total: Decimal | None, given: _Given
) -> Iterator[Fault]:
    amounts = [amount for _, _, amount in given if amount is not None]
    if total is None or len(amounts) < len(given):
        return
    expected = sum(amounts, Decimal(0))
    if abs(total - expected) <= context.profile.tolerances.sum_tolerance.value:
        return
    items = [Item(name, amount or Decimal(0)) for _, name, amount in given]
    yield fault(
        field,
        entered=total,
        expected=expected,
        explanation=explain_sum(total, items),
        place=place,
        parts=listed(name for _, name, _ in given),
    )


def _blank_parts(
    context: Context, place: str, column: str, total: Decimal, given: _Given
) -> Iterator[Fault]:
    """Point out blank sources; where the others already make the total they can only be 0."""
    blank = [(f, name) for f, name, amount in given if amount is None and context.prints(f)]
    amounts = [amount for _, _, amount in given if amount is not None]
    if not blank:
        return
    settled = bool(amounts) and sum(amounts) == total
    yield fault(
        blank[0][0],
        variant="settled" if settled else None,
        place=place,
        column=column,
        parts=listed(name for _, name in blank),
    )


def _parts(context: EvaluationContext, column: str) -> _Given:
    funds = context.form.funds
    return [
        (f"funds.{row}.{column}", FUND_ROWS[row], getattr(getattr(funds, row), column))
        for row in PARTS
    ]


def _target_parts(context: TargetContext, names: Sequence[str]) -> _Given:
    funds = context.form.funds
    return [(f"funds.{name}", TARGET_FUNDS[name], getattr(funds, name)) for name in names]


def _one_year(context: TargetContext) -> bool:
    """Tell whether the planned dates say that the project lies within its one year."""
    form = context.form
    year = str(form.fiscal_year)
    dates = (form.planned_start, form.planned_end)
    phased = "阶段" in (form.project_nature or "") or "跨年" in (form.project_nature or "")
    return not phased and all(date is not None and date.startswith(year) for date in dates)


_TOO_LITTLE = {"万元": Decimal(1), "元": Decimal(10_000)}
"""A year's money below this is no project: it was probably written in the other unit."""
_TOO_MUCH = Decimal(1_000_000)
"""A year's money from this on, in 万元, is ten thousand million yuan: probably written in 元."""


@evaluation_check("FND-12")
def budget_fits_its_unit(context: EvaluationContext) -> Iterator[Fault]:
    """The adjusted budget has the size of a project in the form's unit of money."""
    yield from _fits(
        context, "annual_total.adjusted_budget", scored_row(context.form).adjusted_budget
    )


@target_check("FND-12")
def request_fits_its_unit(context: TargetContext) -> Iterator[Fault]:
    """The year's request has the size of a project in the form's unit of money."""
    yield from _fits(context, "annual_request", context.form.funds.annual_request)


def _fits(
    context: EvaluationContext | TargetContext, field: str, amount: Decimal | None
) -> Iterator[Fault]:
    unit = context.form.money_unit
    if unit is None or not amount:
        return
    if 0 < amount < _TOO_LITTLE[unit]:
        yield fault(f"funds.{field}", entered=amount, variant="little", unit=unit)
    if unit == "万元" and amount >= _TOO_MUCH:
        yield fault(f"funds.{field}", entered=amount, unit=unit)


@evaluation_check("FND-3")
def rates_are_right(context: EvaluationContext) -> Iterator[Fault]:
    """Each printed rate is 全年执行数 ÷ 全年预算数 (the adjusted budget).

    Judged by the points the difference makes at the weight of the execution rate; what lies
    beyond full execution makes none.  A source that has the same money and the same rate as the
    total is the same slip, told once.
    """
    for row, name in _rate_rows(context):
        entered = getattr(context.form.funds, row).execution_rate
        expected = context.scores.rates[row]
        money = _money(context, row)
        if entered is None or expected is None or money is None or entered == expected:
            continue
        yield fault(
            f"funds.{row}.execution_rate",
            entered=entered,
            expected=expected,
            effect=_points(entered, context) - _points(expected, context),
            explanation=explain_rate(money, entered),
            place=f"{name}的执行率",
            spent=money.actual,
            budget=money.adjusted,
            percent="%" if context.profile.execution.unit.value == "percent" else "",
        )


@evaluation_check("FND-4")
def execution_score_is_right(context: EvaluationContext) -> Iterator[Fault]:
    """The execution score is the displayed rate, capped at full, times its weight.

    A score that follows from a rate which is itself in doubt is the same slip: it is an error
    where it spoils the total, else it is only noted.
    """
    total = context.form.funds.annual_total
    rate, expected = context.scores.execution_rate, context.scores.execution_score
    if total.score is None or rate is None or expected is None or total.score == expected:
        return
    effect = total.score - expected
    follows = execution_score(total.execution_rate, total.weight, context.profile) == total.score
    doubtful = by_effect(effect, context.profile) is not Severity.ERROR
    weight = context.profile.execution.weight.value if total.weight is None else total.weight
    yield fault(
        "funds.annual_total.score",
        entered=total.score,
        expected=expected,
        variant="follows" if follows and doubtful else None,
        effect=effect,
        explanation=explain_execution_score(
            ScoreFigures(total.execution_rate, rate, weight, context.profile), total.score
        ),
        rate=_with_unit(context, rate),
        weight=weight,
    )


def _rate_rows(context: EvaluationContext) -> Iterator[tuple[str, str]]:
    """Yield the fund rows whose rates are looked at, each with its Chinese name."""
    funds = context.form.funds
    whole = funds.annual_total
    told = (whole.adjusted_budget, whole.actual_expenditure, whole.execution_rate)
    for row, name in FUND_ROWS.items():
        part: FundRow = getattr(funds, row)
        same = (part.adjusted_budget, part.actual_expenditure, part.execution_rate) == told
        if part is whole or not same:
            yield row, name


def _money(context: EvaluationContext, row: str) -> RateFigures | None:
    """Return the money of a fund row, ``None`` where budget or expenditure is missing."""
    form = context.form
    funds: FundRow = scored_row(form) if row == "annual_total" else getattr(form.funds, row)
    if funds.adjusted_budget is None or funds.actual_expenditure is None:
        return None
    return RateFigures(
        funds.initial_budget, funds.adjusted_budget, funds.actual_expenditure, context.profile
    )


def _points(rate: Decimal, context: EvaluationContext) -> Decimal:
    """Return the points of a rate, unrounded, so that a cut digit weighs what it is worth."""
    execution = context.profile.execution
    entered = context.form.funds.annual_total.weight
    weight = execution.weight.value if entered is None else entered
    return min(max(rate, Decimal(0)), execution.whole) * weight / execution.whole


def _with_unit(context: EvaluationContext, rate: Decimal) -> str:
    percent = context.profile.execution.unit.value == "percent"
    return f"{shown(rate)}%" if percent else shown(rate)
