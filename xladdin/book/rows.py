"""Rows shown and hidden, higher and lower; rows that change alike change together."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

import xlwings as xw

from xladdin.book.native import Program

Run = tuple[int, int]
"""First and last of some neighbouring rows."""


def hide(sheet: xw.Sheet, rows: Iterable[int], program: Program, *, hidden: bool) -> None:
    """Hide or show rows."""
    for area in program.row_areas(sheet, list(runs(rows))):
        area.rows.hidden = hidden


def set_heights(sheet: xw.Sheet, heights: Mapping[int, float], program: Program) -> None:
    """Set the heights of rows, all of one height together."""
    for height in sorted(set(heights.values())):
        alike = runs(row for row, each in heights.items() if each == height)
        for area in program.row_areas(sheet, list(alike)):
            area.row_height = height


def runs(rows: Iterable[int]) -> Iterator[Run]:
    """Yield some rows as runs of neighbours."""
    numbered = enumerate(sorted(set(rows)))
    for _, members in groupby(numbered, lambda pair: pair[1] - pair[0]):
        found = [row for _, row in members]
        yield found[0], found[-1]
