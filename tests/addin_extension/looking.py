"""Looking at an open document and at files, as somebody would who checks a button's work."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwings as xw

from generator.forms.models import SelfEvaluationForm
from generator.workbook.reader import Reading, read_workbook_form
from generator.workbook.recalculate import Recalculation, recalculate
from tests.addin_extension.conftest import SAMPLES, Desk
from xladdin.libreoffice import hidden_rows


def original(name: str) -> Reading:
    """Return a return as its file says."""
    return read_workbook_form(SAMPLES / "returned" / f"{name}.xlsx")


def recalculated(name: str) -> Recalculation:
    """Return what the command line makes of a return."""
    return recalculate(original(name))


def indicators(form: SelfEvaluationForm) -> set[tuple[Any, ...]]:
    """Return what is carried of each indicator."""
    return {(row.level1, row.level2, row.name, row.target, row.weight) for row in form.indicators}


def at(book: xw.Book, reading: Reading, row: int) -> None:
    """Put the cursor into the name column of a row."""
    column = reading.places.columns["name"] if row > 1 else 1
    book.sheets[0].range((row, column)).select()


def selected(book: xw.Book) -> tuple[int, int]:
    """Return the cell with the cursor."""
    assert book.selection is not None
    return book.selection.row, book.selection.column


def hidden(book: xw.Book, reading: Reading) -> set[int]:
    """Return the hidden rows of the indicator block."""
    return set(hidden_rows(book.sheets[0], reading.places.first_row, reading.places.last_row))


def everything(sheet: xw.Sheet) -> list[list[Any]]:
    """Return all values of a sheet."""
    values: list[list[Any]] = sheet.used_range.options(ndim=2).value
    return values


def looks(sheet: xw.Sheet) -> tuple[Any, ...]:
    """Return what a mark could leave behind: values, notes, colours."""
    area = sheet.used_range
    colours = [sheet.range((row, column)).color for row in range(1, 31) for column in range(1, 9)]
    return area.value, [(note.location.address, note.text) for note in sheet.notes], colours


def shown(book: xw.Book, reading: Reading, field: str) -> object:
    """Return what the cell of a field holds in the open document."""
    place = reading.places.find(field)
    assert place is not None, field
    return book.sheets[place.sheet].range((place.row, place.column)).value


def computed_cells_hold(book: xw.Book, done: Recalculation) -> None:
    """Compare the computed cells of the open document with what the command line computes."""
    for field in done.reading.layout.computed:
        place, expected = done.reading.places.find(field), done.evaluation.result(field)
        if place is None or place.sheet != book.sheets[0].name:
            continue
        if isinstance(expected, str | None):
            assert shown(book, done.reading, field) == expected
        else:
            assert shown(book, done.reading, field) == pytest.approx(float(expected))


def recalculated_alike(one: Path, other: Path) -> bool:
    """Tell whether two recalculated copies hold the same cells."""
    cells = [
        [[cell.value for cell in row] for row in openpyxl.load_workbook(path).worksheets[0]]
        for path in (one, other)
    ]
    return bool(cells[0] == cells[1])


def moved(desk: Desk, button: str, here: int, there: int) -> None:
    """Move an indicator and see it change places with another of its group."""
    book, reading = desk.returned("mh2024-04"), original("mh2024-04")
    names = [row.name for row in reading.form.indicators]
    names[here], names[there] = names[there], names[here]
    at(book, reading, reading.places.rows[here])
    desk.press(book, button)
    assert [row.name for row in desk.saved(book).indicators] == names
    assert selected(book)[0] == reading.places.rows[there]
