"""What the cells of a summary hold."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct


class Live(Struct, frozen=True):
    """A formula (without "=") and the value it gives now."""

    formula: str
    value: Decimal


Value = str | int | Decimal | Live | None
"""Text is never a formula; only ``Live`` is."""

Row = Mapping[str, Value]
"""One row of a table by the keys of its columns."""
