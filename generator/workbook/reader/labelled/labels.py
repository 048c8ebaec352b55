"""Labels made comparable: blanks, widths, colons and units of money do not count."""

import re
from collections.abc import Mapping
from functools import lru_cache

from generator.workbook.sheet.address import Position
from generator.workbook.sheet.sheet import Sheet

_WIDE = str.maketrans("（）：／", "():/")
_MONEY = re.compile(r"\((?:万元|元|\{money_unit\})\)")
_MARKS = re.compile(r"[*#`]+")

LabelRows = Mapping[int, list[tuple[int, str]]]
"""The text cells of a sheet by row: (column, comparable text), in column order."""


@lru_cache(maxsize=4096)
def comparable(label: str) -> str:
    """Return a label without what varies between postings of one form."""
    text = "".join(label.split()).translate(_WIDE)
    return _MONEY.sub("", _MARKS.sub("", text)).rstrip(":")


def text_rows(sheet: Sheet) -> dict[int, list[tuple[int, str]]]:
    """Return every row's text cells; long texts are no labels and count as they are."""
    rows: dict[int, list[tuple[int, str]]] = {}
    for (row, column), cell in sorted(sheet.cells.items()):
        if cell.kind == "text" and cell.raw.strip():
            rows.setdefault(row, []).append((column, comparable(cell.raw)))
    return rows


def filled_rows(sheet: Sheet) -> dict[int, list[tuple[int, str]]]:
    """Return every row's cells that hold anything, numbers too."""
    rows: dict[int, list[tuple[int, str]]] = {}
    for (row, column), cell in sorted(sheet.cells.items()):
        if cell.kind != "blank" and cell.raw.strip():
            rows.setdefault(row, []).append((column, comparable(cell.raw)))
    return rows


def right_of(sheet: Sheet, position: Position) -> int:
    """Return the column right of a cell, past the merged area it may head."""
    row, column = position
    for top, left, _, right in sheet.merges:
        if (top, left) == (row, column):
            return right + 1
    return column + 1
