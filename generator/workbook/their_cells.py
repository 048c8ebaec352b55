"""Computed cells of a form that is not ours: figures as their formats show them, own formulas."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.forms.numbers import round_half_up
from generator.forms.profiles import Profile
from generator.workbook.formulas.cached import set_value
from generator.workbook.reader.number_formats import NumberFormats, Shows
from generator.workbook.sheet.cell import Cell
from generator.workbook.sheet.edits import Edit

_DECIMALS = 2  # of every figure a form computes; a total of money may have more


class TheirCells:
    """Decides what a computed cell of such a form should hold, and whether it does."""

    def __init__(self, formats: NumberFormats, profile: Profile) -> None:
        self._formats = formats
        self._whole = profile.execution.whole

    def edits(self, cell: Cell | None, field: str, value: Any) -> Iterator[Edit]:
        """Yield the edit a cell needs; a formula of people's own that comes out right stays."""
        scale = self._scale(cell, field)
        if not _is_right(cell, value, scale):
            yield set_value(value / scale if isinstance(value, Decimal) else value, None)

    def _scale(self, cell: Cell | None, field: str) -> Decimal:
        """Return how many times what is stored the form says: 98% is stored as 0.98."""
        if cell is None or not field.endswith("rate"):
            return Decimal(1)
        is_percent = self._formats.of(cell.style) is Shows.PERCENT
        return self._whole if is_percent else Decimal(1)


def _is_right(cell: Cell | None, value: Any, scale: Decimal) -> bool:
    if cell is None or cell.kind == "blank":
        return value is None and (cell is None or cell.written_formula is None)
    if not isinstance(value, Decimal):
        return cell.kind == "text" and cell.raw == (value or "")
    if cell.kind != "number":
        return False
    shown = cell.number * scale
    own = cell.written_formula is not None
    return shown == value or (own and round_half_up(shown, _decimals(value)) == value)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(_DECIMALS, -exponent if isinstance(exponent, int) else 0)
