"""Rectangles of cells and their addresses, without any spreadsheet."""

import re
from dataclasses import dataclass
from typing import Any

from xladdin.libreoffice import runtime

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

_CORNER = r"\$?([A-Za-z]{1,3})?\$?([1-9][0-9]{0,6})?"
_REFERENCE = re.compile(rf"{_CORNER}(?::{_CORNER})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle: first row and column, counted from 1, and how many of each."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1

    @property
    def bottom(self) -> int:
        """The last row."""
        return self.row + self.rows - 1

    @property
    def right(self) -> int:
        """The last column."""
        return self.column + self.columns - 1

    @property
    def size(self) -> int:
        """The number of cells."""
        return self.rows * self.columns

    def cell(self, row: int, column: int) -> "Area":
        """Return a cell counted from the top left one, which is (1, 1)."""
        return Area(self.row + row - 1, self.column + column - 1)

    def spanning(self, other: "Area") -> "Area":
        """Return the smallest rectangle that holds both."""
        return between(
            min(self.row, other.row),
            min(self.column, other.column),
            max(self.bottom, other.bottom),
            max(self.right, other.right),
        )

    def contains(self, other: "Area") -> bool:
        """Tell whether every cell of the other one is in this one."""
        return self.spanning(other) == self

    def address(self, row_absolute: bool = True, column_absolute: bool = True) -> str:
        """Return the address: ``$A$1:$B$3``, or ``$A$1`` for one cell."""
        row, column = "$" * row_absolute, "$" * column_absolute
        first = f"{column}{letters(self.column)}{row}{self.row}"
        last = f"{column}{letters(self.right)}{row}{self.bottom}"
        return first if self.size == 1 else f"{first}:{last}"

    def remote(self, sheet: int) -> Any:
        """Return the rectangle as LibreOffice writes it, on a sheet counted from 0."""
        corners = (self.column - 1, self.row - 1, self.right - 1, self.bottom - 1)
        return runtime.struct("com.sun.star.table.CellRangeAddress", sheet, *corners)


def between(row: int, column: int, bottom: int, right: int) -> Area:
    """Return the rectangle with these corners."""
    return Area(row, column, bottom - row + 1, right - column + 1)


def of(remote: Any) -> Area:
    """Return the rectangle LibreOffice means."""
    return between(
        remote.StartRow + 1, remote.StartColumn + 1, remote.EndRow + 1, remote.EndColumn + 1
    )


def parse(reference: str) -> Area | None:
    """Return the rectangle of ``B2``, ``$A$1:C3``, ``A:C`` or ``1:3``; None for anything else."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    left, top, right, bottom = match.groups()
    if ":" not in reference:
        return _of_corners(left, top, left, top) if left and top else None
    if (left is None) != (right is None) or (top is None) != (bottom is None):
        return None
    return _of_corners(left, top, right, bottom) if left or top else None


def letters(column: int) -> str:
    """Return the letters of a column: 1 is ``A``, 27 is ``AA``."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _of_corners(
    left: str | None, top: str | None, right: str | None, bottom: str | None
) -> Area | None:
    columns = sorted((_number(left), _number(right))) if left and right else [1, LAST_COLUMN]
    rows = sorted((int(top), int(bottom))) if top and bottom else [1, LAST_ROW]
    if columns[1] > LAST_COLUMN or rows[1] > LAST_ROW:
        return None
    return between(rows[0], columns[0], rows[1], columns[1])


def _number(text: str) -> int:
    number = 0
    for letter in text.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
