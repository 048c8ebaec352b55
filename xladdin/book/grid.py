"""A rectangle of a sheet as read at once: the value and the formula of every cell."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import xlwings as xw

from generator.workbook.sheet.address import Position

_DAY_0 = datetime(1899, 12, 30)

Value = float | str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """What a cell holds; ``formula`` begins with "=", and is ``None`` where there is none."""

    value: Value = None
    formula: str | None = None

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in the cell."""
        return self.formula is None and self.value in (None, "")


BLANK = Entry()


class Grid:
    """The cells from A1 to the last row and column asked for."""

    def __init__(self, sheet: xw.Sheet, last_row: int, last_column: int) -> None:
        area = sheet.range((1, 1), (last_row, last_column))
        self._values: list[list[Any]] = area.options(ndim=2, err_to_str=True).value
        self._formulas = rows_of(area.formula, last_row, last_column)

    def covers(self, position: Position) -> bool:
        """Tell whether a cell lies in the rectangle."""
        return position[0] <= len(self._values) and position[1] <= len(self._values[0])

    def at(self, position: Position) -> Entry:
        """Return what a cell holds, nothing for one outside the rectangle."""
        row, column = position
        if not self.covers(position):
            return BLANK
        value = plain(self._values[row - 1][column - 1])
        written = self._formulas[row - 1][column - 1]
        # A text that begins with "=" is no formula: it shows itself.
        is_formula = isinstance(written, str) and written.startswith("=") and written != value
        return Entry(value, written if is_formula else None)

    def __iter__(self) -> Iterator[Position]:
        columns = range(1, len(self._values[0]) + 1)
        for row in range(1, len(self._values) + 1):
            yield from ((row, column) for column in columns)


def plain(value: Any) -> Value:
    """Return a cell's value as number or text; a date is the number it is stored as."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return (value.replace(tzinfo=None) - _DAY_0).total_seconds() / 86_400
    if isinstance(value, date):
        return float((datetime(value.year, value.month, value.day) - _DAY_0).days)
    return value if isinstance(value, str) else float(value)


def rows_of(formulas: Any, rows: int, columns: int) -> list[list[Any]]:
    """Return formulas row by row, whatever shape they come in for a narrow rectangle."""
    if rows == columns == 1:
        return [[formulas]]
    if rows == 1 and not isinstance(formulas[0], tuple | list):
        return [list(formulas)]
    return [list(row) if isinstance(row, tuple | list) else [row] for row in formulas]
