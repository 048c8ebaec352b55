"""What may be done to a cell: a number, a text, or nothing in it; and its formula."""

from decimal import Decimal
from enum import Enum
from typing import Final

from msgspec import Struct


class Keep(Enum):
    """The one value :data:`KEEP`."""

    KEEP = "keep"


KEEP: Final = Keep.KEEP
"""Leave the formula element as it is (if there is one) and change only the cached value."""

NewFormula = str | Keep | None
"""A formula without "=", :data:`KEEP`, or None for no formula."""


class SetNumber(Struct, frozen=True):
    """Put a finite number into a cell."""

    value: Decimal
    formula: NewFormula = KEEP


class SetText(Struct, frozen=True):
    """Put a text into a cell; it stays text whatever it begins with."""

    value: str
    formula: NewFormula = KEEP


class Clear(Struct, frozen=True):
    """Take the value out of a cell; its style stays."""

    formula: NewFormula = KEEP


Edit = SetNumber | SetText | Clear
