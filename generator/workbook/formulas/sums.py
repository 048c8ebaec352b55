"""Which figures add up to which, and when a workbook's sum is live."""

from collections.abc import Sequence
from decimal import Decimal

from generator.forms.fields import get
from generator.forms.models import Form
from generator.forms.scoring import FUND_COLUMNS
from generator.forms.scoring import PARTS as SOURCES

PARTS: dict[str, tuple[str, ...]] = {
    "funds.total_funds": ("funds.fiscal_funds", "funds.other_funds"),
    "funds.annual_request": (
        "funds.current_appropriation",
        "funds.carry_over",
        "funds.annual_other_funds",
    ),
    **{
        f"funds.annual_total.{column}": tuple(f"funds.{source}.{column}" for source in SOURCES)
        for column in FUND_COLUMNS
    },
}
"""Every sum of the forms with the fields it is made of (the tables' own 其中 rows)."""


def parts_of(form: Form, field: str) -> list[Decimal | None]:
    """Return the parts of a sum as the form gives them."""
    return [get(form, part) for part in PARTS[field]]


def is_live(parts: Sequence[Decimal | None], total: Decimal | None) -> bool:
    """Tell whether a sum should be computed from its parts rather than kept as entered.

    Some offices fill in the total only: then the sum of what little is given would be wrong.
    """
    given = [part for part in parts if part is not None]
    return total is None or len(given) == len(parts) or (bool(given) and sum(given) == total)


def is_entered(form: Form, field: str) -> bool:
    """Tell whether a field holds a total typed without its parts: an entry, not a result."""
    return field in PARTS and not is_live(parts_of(form, field), get(form, field))


def live_sum(parts: Sequence[Decimal | None]) -> Decimal | None:
    """Return what the sum formula shows: the given parts' sum, nothing where none is given."""
    given = [part for part in parts if part is not None]
    return sum(given, Decimal(0)) if given else None
