"""Colours and notes on cells: all colours in one write, all notes in another."""

from collections.abc import Mapping

import xlwings as xw

from generator.workbook.sheet.address import Position
from xladdin.book.native import Look, Program


def dress(sheet: xw.Sheet, wanted: Mapping[Position, Look], program: Program) -> None:
    """Give cells their look."""
    if not wanted:
        return
    _paint(sheet, wanted)
    program.annotate(sheet, {at: look.note for at, look in wanted.items()})


def _paint(sheet: xw.Sheet, wanted: Mapping[Position, Look]) -> None:
    rows = range(min(row for row, _ in wanted), max(row for row, _ in wanted) + 1)
    columns = range(min(c for _, c in wanted), max(c for _, c in wanted) + 1)
    colours = [
        [wanted[row, column].colour if (row, column) in wanted else ... for column in columns]
        for row in rows
    ]
    sheet.range((rows[0], columns[0]), (rows[-1], columns[-1])).set_colors(colours)
