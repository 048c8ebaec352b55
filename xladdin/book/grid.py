"""A rectangle of a sheet as read at once; rows that change alike."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby
from typing import Any

from msgspec import Struct

from generator.workbook.sheet.address import Position, address

_DAY_0 = datetime(1899, 12, 30)

Value = float | str | None


class Entry(Struct, frozen=True):
    """What a cell holds; ``formula`` begins with "=", and is ``None`` where there is none."""

    value: Value = None
    formula: str | None = None

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in the cell."""
        return self.formula is None and self.value in (None, "")


BLANK = Entry()


class Grid:
    """The cells from A1 to some last row and column: values and formulas, row by row."""

    def __init__(self, values: list[list[Any]], formulas: list[list[Any]]) -> None:
        self._values, self._formulas = values, formulas

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


def rows_of(found: Any, rows: int, columns: int) -> list[list[Any]]:
    """Return values or formulas row by row, in whatever shape a narrow rectangle gives them."""
    if not isinstance(found, tuple | list):
        return [[found]]
    if rows == 1 and not isinstance(found[0], tuple | list):
        return [list(found)]
    return [list(row) if isinstance(row, tuple | list) else [row] for row in found]


def area(first: Position, last: Position) -> str:
    """Return the address of a rectangle: fetching it by its corners would ask five times."""
    return f"{address(*first)}:{address(*last)}"


Run = tuple[int, int]
"""First and last of some neighbouring rows."""


def runs(rows: Iterable[int]) -> Iterator[Run]:
    """Yield some rows as runs of neighbours."""
    numbered = enumerate(sorted(set(rows)))
    for _, members in groupby(numbered, lambda pair: pair[1] - pair[0]):
        found = [row for _, row in members]
        yield found[0], found[-1]
