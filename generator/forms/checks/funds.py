"""FND-1, FND-2, FND-5, FND-13: the money is complete and adds up."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import Context, EvaluationContext, TargetContext
from generator.forms.checks.registry import evaluation_check, target_check
from generator.forms.checks.wording import FUND_COLUMNS, FUND_ROWS, TARGET_FUNDS, listed
from generator.forms.explanations import Item, explain_sum
from generator.forms.scoring import PARTS

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
