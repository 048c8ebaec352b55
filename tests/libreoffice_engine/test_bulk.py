"""Colours and notes of many cells in few round trips."""

import pytest
import xlwings as xw

from xladdin.libreoffice import (
    Engine,
    ProtectedError,
    cell_colors,
    clear_notes,
    paint_cells,
    protect,
    read_notes,
    write_notes,
)

RED, BLUE = (255, 0, 0), (0, 0, 255)
COLORS = {(2, 2): RED, (3, 2): RED, (5, 4): BLUE, (9, 1): None}


def test_colours_come_back_as_they_were_given(sheet: xw.Sheet) -> None:
    sheet["A9"].color = RED
    paint_cells(sheet, COLORS)
    assert cell_colors(sheet, COLORS) == COLORS
    assert sheet["B3"].color == RED
    assert sheet["B4"].color is None
    assert cell_colors(sheet, []) == {}


def test_alike_cells_cost_no_more_than_one(sheet: xw.Sheet, engine: Engine) -> None:
    def trips(rows: int) -> tuple[int, int]:
        cells = [(row, 3) for row in range(1, rows + 1)]
        with engine.calls.counted() as painted:
            paint_cells(sheet, dict.fromkeys(cells, RED))
        with engine.calls.counted() as read:
            cell_colors(sheet, cells)
        return painted.total, read.total

    trips(1)
    assert trips(2) == trips(500)


def test_notes_are_written_changed_and_taken_away(sheet: xw.Sheet) -> None:
    first = {(1, 1): "one", (2, 3): "二\n行", (40, 5): "three"}
    write_notes(sheet, first)
    assert read_notes(sheet, [*first, (7, 7)]) == first
    write_notes(sheet, {(1, 1): "changed", (2, 3): None, (7, 7): "new", (8, 8): None})
    left = {(1, 1): "changed", (7, 7): "new", (40, 5): "three"}
    assert read_notes(sheet, [*first, (7, 7), (8, 8)]) == left
    clear_notes(sheet["A1:H50"])
    assert read_notes(sheet, left) == {}
    assert read_notes(sheet, []) == {}


def test_a_note_that_changes_keeps_its_author(sheet: xw.Sheet) -> None:
    write_notes(sheet, {(1, 1): "one"})
    author = sheet["A1"].note.author
    write_notes(sheet, {(1, 1): "two"})
    assert (sheet["A1"].note.text, sheet["A1"].note.author) == ("two", author)


def test_a_protected_sheet_takes_neither(sheet: xw.Sheet) -> None:
    write_notes(sheet, {(1, 1): "one"})
    protect(sheet)
    with pytest.raises(ProtectedError):
        paint_cells(sheet, COLORS)
    with pytest.raises(ProtectedError):
        write_notes(sheet, {(1, 1): None})
    assert read_notes(sheet, [(1, 1)]) == {(1, 1): "one"}
    assert cell_colors(sheet, [(2, 2)]) == {(2, 2): None}
