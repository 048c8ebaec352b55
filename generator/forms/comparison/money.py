"""The money of a project in two forms, in 元: requested, approved, adjusted, spent."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from generator.forms import numbers
from generator.forms.fields import get
from generator.forms.models import Form, SelfEvaluationForm, TargetForm

_SOURCES = {
    "annual_total": "annual_request",
    "current_appropriation": "current_appropriation",
    "carry_over": "carry_over",
    "other_funds": "annual_other_funds",
}
"""The sources of funds as a self-evaluation and as a target form have them."""

_MEASURES = ("initial_budget", "adjusted_budget", "actual_expenditure")
BUDGETS = ("funds.annual_total.initial_budget", "funds.annual_request")
"""The fields that say what was budgeted for the year in all."""

_POWERS_OF_TEN = {"元": 0, "万元": 4}


class MoneyChange(Struct, frozen=True):
    """An amount of the current form beside one of the earlier form, both in 元, exactly.

    ``difference`` is now less earlier; ``percent`` of the earlier amount, two decimals, half up,
    ``None`` where that is zero.
    """

    now_field: str
    earlier_field: str
    now: Decimal
    earlier: Decimal

    @property
    def difference(self) -> Decimal:
        """Return what there is more now (negative: less)."""
        return self.now - self.earlier

    @property
    def percent(self) -> Decimal | None:
        """Return the difference in percent of the earlier amount."""
        if not self.earlier:
            return None
        return numbers.round_half_up(self.difference * 100 / self.earlier, 2)


def money_changes(current: Form, earlier: Form) -> tuple[MoneyChange, ...]:
    """Return the amounts both forms give, those apart that are zero in both.

    A target form's request is held against each figure of the year's total.  Nothing is compared
    where only one form names its unit of money.
    """
    if (current.money_unit is None) is not (earlier.money_unit is None):
        return ()
    amounts = (
        MoneyChange(now_field, earlier_field, now, before)
        for now_field, earlier_field in _fields(current, earlier)
        if (now := in_yuan(current, now_field)) is not None
        and (before := in_yuan(earlier, earlier_field)) is not None
    )
    return tuple(each for each in amounts if each.now or each.earlier)


def in_yuan(form: Form, field: str) -> Decimal | None:
    """Return an amount of a form in 元, exactly, ``None`` where it is not given."""
    amount: Decimal | None = get(form, field)
    if amount is None:
        return None
    return numbers.plain(amount.scaleb(_POWERS_OF_TEN[form.money_unit or "元"]))


def _fields(current: Form, earlier: Form) -> Iterator[tuple[str, str]]:
    """Yield which field of the current form is held against which of the earlier one.

    Two self-evaluations are compared figure by figure; otherwise the total is compared with all
    figures of the other form's total, its parts as they were budgeted.
    """
    alike = isinstance(current, SelfEvaluationForm) and isinstance(earlier, SelfEvaluationForm)
    for source in _SOURCES:
        measures = _MEASURES if alike or source == "annual_total" else _MEASURES[:1]
        pairs = [(_field(current, source, m), _field(earlier, source, m)) for m in measures]
        yield from dict.fromkeys(pairs)


def _field(form: Form, source: str, measure: str) -> str:
    if isinstance(form, TargetForm):
        return f"funds.{_SOURCES[source]}"
    return f"funds.{source}.{measure}"
