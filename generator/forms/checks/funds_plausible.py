"""FND-12: the unit of money fits the size of the amounts."""

from collections.abc import Iterator
from decimal import Decimal

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import EvaluationContext, TargetContext
from generator.forms.checks.registry import evaluation_check, target_check
from generator.forms.scoring import scored_row

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
