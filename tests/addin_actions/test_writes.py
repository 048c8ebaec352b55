"""Cells in few rectangles, and texts that stay what was typed."""

from pathlib import Path

import openpyxl
import pytest
import xlwings as xw

from tests.addin_actions import memory
from xladdin.book.grid import Entry, runs
from xladdin.book.writes import rectangles, write

PLAIN = ["=1+1", "'quoted", "98%", "3月1日", "-5", "≥95%", "达成", "+86"]


@pytest.fixture
def sheet(tmp_path: Path) -> xw.Sheet:
    path = tmp_path / "plain.xlsx"
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in range(1, 20):
        book.active.cell(row, 2).number_format = "@"
    book.save(path)
    return memory.open_book(path).sheets[0]


@pytest.mark.parametrize("column", [1, 2], ids=["general", "text"])
def test_texts_stay_what_they_are_in_every_kind_of_cell(sheet: xw.Sheet, column: int) -> None:
    write(sheet, {(row, column): Entry(text) for row, text in enumerate(PLAIN, 1)})
    cells = sheet.impl._state.cells
    assert [cells[row, column].value for row in range(1, len(PLAIN) + 1)] == PLAIN
    assert all(cells[row, column].formula is None for row in range(1, len(PLAIN) + 1))


def test_neighbours_are_written_together() -> None:
    block = {(row, column): Entry(1.0) for row in range(3, 63) for column in (4, 5, 6)}
    far = {(70, 2): Entry("x")}
    assert [(each.first, each.last) for each in rectangles(block | far)] == [
        ((3, 4), (62, 6)),
        ((70, 2), (70, 2)),
    ]


def test_every_cell_is_in_exactly_one_rectangle() -> None:
    cells = {(1, 1), (1, 2), (2, 1), (3, 1), (3, 2), (3, 4), (4, 4), (6, 1)}
    found = [
        (row, column)
        for each in rectangles(dict.fromkeys(cells, Entry(0.0)))
        for row in range(each.first[0], each.last[0] + 1)
        for column in range(each.first[1], each.last[1] + 1)
    ]
    assert sorted(found) == sorted(cells)


def test_runs_of_rows() -> None:
    assert list(runs([7, 3, 4, 5, 9])) == [(3, 5), (7, 7), (9, 9)]
