"""Number formats, colours, fonts, alignment, borders."""

from pathlib import Path

import pytest
import xlwings as xw

from tests.libreoffice_engine.conftest import again
from xladdin.libreoffice import LibreOfficeError


@pytest.mark.parametrize("code", ["General", "@", "0.00%", "#,##0.00", 'yyyy"年"m"月"', "0.00_ "])
def test_number_formats(sheet: xw.Sheet, code: str) -> None:
    sheet["A1:B2"].number_format = code
    assert sheet["B2"].number_format == sheet["A1:B2"].number_format == code


def test_differing_cells_have_no_common_format(sheet: xw.Sheet) -> None:
    sheet["A1"].number_format = "0.0"
    sheet["A1"].font.bold = True
    sheet["A1"].color = (1, 2, 3)
    cells = sheet["A1:A2"]
    assert (cells.number_format, cells.font.bold, cells.color) == (None, None, None)


@pytest.mark.parametrize("color", [(255, 128, 0), "#ff8000", 0x0080FF])
def test_colours(sheet: xw.Sheet, color: object) -> None:
    sheet["A1:B2"].color = color
    assert sheet["A1:B2"].color == (255, 128, 0)
    sheet["A1"].color = None
    assert sheet["A1"].color is None


def test_many_colours_at_once(sheet: xw.Sheet) -> None:
    sheet["A1:A9"].color = (9, 9, 9)
    sheet["A1:B2"].impl.set_colors([[(255, 0, 0), "#00ff00"], [..., None]])
    assert [cell.color for cell in sheet["A1:B2"]] == [(255, 0, 0), (0, 255, 0), (9, 9, 9), None]


def test_fonts(sheet: xw.Sheet) -> None:
    font = sheet["A1:B2"].font
    font.bold, font.italic, font.size, font.name, font.color = True, True, 14, "宋体", "#ff0000"
    read = sheet["B2"].font
    assert (read.bold, read.italic, read.size, read.name) == (True, True, 14, "宋体")
    assert read.color == (255, 0, 0)
    assert sheet["C3"].font.color == (0, 0, 0)


def test_alignment_and_wrapping(sheet: xw.Sheet) -> None:
    cells = sheet["A1:B2"]
    cells.wrap_text = True
    cells.impl.horizontal_alignment = "center"
    cells.impl.vertical_alignment = "top"
    assert (cells.wrap_text, sheet["A1:C3"].wrap_text) == (True, None)
    assert (cells.impl.horizontal_alignment, cells.impl.vertical_alignment) == ("center", "top")
    with pytest.raises(LibreOfficeError, match="distributed"):
        cells.impl.horizontal_alignment = "distributed"


def test_borders(sheet: xw.Sheet) -> None:
    borders = sheet["B2:C3"].impl.borders
    borders.line_style = "continuous"
    borders["edge_top"].weight = "thick"
    borders["edge_left"].color = "#0000ff"
    assert borders.line_style == "continuous"
    assert (borders["edge_top"].weight, borders["edge_bottom"].weight) == ("thick", "thin")
    assert borders["edge_left"].color == (0, 0, 255)
    borders.clear(["edge_top"])
    assert borders["edge_top"].line_style == "none"
    assert borders["inside_vertical"].line_style == "continuous"


def test_formats_survive_saving(app: xw.App, tmp_path: Path) -> None:
    book = app.books.add()
    cell = book.sheets[0]["A1"]
    cell.value, cell.number_format, cell.color = 0.5, "0.0%", (255, 255, 0)
    cell.font.bold, cell.wrap_text = True, True
    with again(app, book, tmp_path / "formats.xlsx") as reopened:
        cell = reopened.sheets[0]["A1"]
        assert (cell.number_format, cell.color, cell.font.bold) == ("0.0%", (255, 255, 0), True)
        assert cell.wrap_text


def test_clearing_takes_what_it_says(sheet: xw.Sheet) -> None:
    cell = sheet["A1"]
    cell.value, cell.color = "x", (1, 2, 3)
    cell.add_note("note")
    cell.clear_contents()
    assert (cell.value, cell.color, cell.note.text) == (None, (1, 2, 3), "note")
    cell.value = "x"
    cell.clear_formats()
    assert (cell.value, cell.color, cell.note.text) == ("x", None, "note")
    cell.clear()
    assert (cell.value, cell.note) == (None, None)


def test_a_wrong_format_is_refused(sheet: xw.Sheet) -> None:
    with pytest.raises(ValueError, match="no number format"):
        sheet["A1"].number_format = '0"unfinished" [nonsense'
