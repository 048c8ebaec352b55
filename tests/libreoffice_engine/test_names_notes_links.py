"""Defined names, notes and hyperlinks."""

from pathlib import Path

import pytest
import xlwings as xw

from tests.libreoffice_engine.conftest import again
from xladdin.libreoffice import LibreOfficeError, MissingError, clear_notes, write_notes


def test_names_are_defined_changed_and_deleted(book: xw.Book, sheet: xw.Sheet) -> None:
    name = book.names.add("合计", "=Sheet1!$A$1:$B$2")
    assert name.refers_to == "=Sheet1!$A$1:$B$2"
    assert name.refers_to_range.address == "$A$1:$B$2"
    name.refers_to = "=Sheet1!$C$3"
    assert book.names["合计"].refers_to_range == sheet["C3"]
    name.name = "total"
    assert "合计" not in book.names
    del book.names["total"]
    assert len(book.names) == 0


def test_names_of_a_sheet(book: xw.Book, sheet: xw.Sheet) -> None:
    sheet.names.add("local", "=Sheet1!$A$1")
    assert [name.name for name in book.names] == ["Sheet1!local"]
    assert book.names["Sheet1!local"].refers_to == "=Sheet1!$A$1"
    assert "local" in sheet.names
    assert "local" not in book.names


def test_the_name_of_a_range(sheet: xw.Sheet) -> None:
    sheet["B2:C3"].name = "block"
    assert sheet["B2:C3"].name.name == "block"
    assert sheet["B2"].name is None


def test_a_name_may_stand_for_something_else(book: xw.Book) -> None:
    name = book.names.add("rate", "=0.5*IF(1>0,2,3)")
    assert name.refers_to == "=0.5*IF(1>0,2,3)"
    with pytest.raises(LibreOfficeError, match="no range"):
        _ = name.refers_to_range
    with pytest.raises(MissingError, match="no name"):
        book.names("none")


def test_names_of_a_real_form_survive(app: xw.App, returned: xw.Book, tmp_path: Path) -> None:
    before = {name.name: name.refers_to for name in returned.names if name.name.startswith("jx_")}
    assert before["jx_title"] == "=绩效自评表!$A$1"
    with again(app, returned, tmp_path / "names.xlsx") as reopened:
        assert before == {
            name.name: name.refers_to for name in reopened.names if name.name.startswith("jx_")
        }


def test_notes_are_added_read_changed_and_deleted(sheet: xw.Sheet) -> None:
    cell = sheet["C3"]
    assert cell.note is None
    cell.add_note("第一行\n第二行")
    assert cell.note.text == "第一行\n第二行"
    cell.note.text = "other"
    assert [(note.text, note.location.address) for note in sheet.impl.notes] == [("other", "$C$3")]
    cell.note.delete()
    assert cell.note is None


def test_notes_in_bulk(sheet: xw.Sheet) -> None:
    write_notes(sheet, {(row, 2): f"note {row}" for row in range(1, 6)})
    assert len(sheet.impl.notes) == 5
    write_notes(sheet, {(1, 2): "replaced"})
    assert sheet["B1"].note.text == "replaced"
    clear_notes(sheet["A1:C3"])
    assert [note.text for note in sheet.impl.notes] == ["note 4", "note 5"]


def test_writing_into_cells_leaves_their_notes(sheet: xw.Sheet) -> None:
    write_notes(sheet, {(1, 1): "one", (2, 2): "two"})
    sheet["A1"].value = [[1, 2], ["x", "=A1+B1"]]
    sheet["A1:B2"].formula = "=5"
    assert [sheet[a].note.text for a in ("A1", "B2")] == ["one", "two"]


def test_notes_survive_saving(app: xw.App, tmp_path: Path) -> None:
    book = app.books.add()
    book.sheets[0]["A1"].add_note("错误：得分应为 9 分")
    with again(app, book, tmp_path / "notes.xlsx") as reopened:
        assert reopened.sheets[0]["A1"].note.text == "错误：得分应为 9 分"


@pytest.mark.parametrize("address", ["https://example.org/a.b?c=1", "#Sheet1!B2", "#'表 1'!A1"])
def test_hyperlinks(app: xw.App, tmp_path: Path, address: str) -> None:
    book = app.books.add()
    book.sheets.add("表 1", after="Sheet1")
    book.sheets[0]["A1"].add_hyperlink(address, "go")
    with again(app, book, tmp_path / "links.xlsx") as reopened:
        cell = reopened.sheets["Sheet1"]["A1"]
        assert (cell.value, cell.hyperlink) == ("go", address)


def test_a_cell_without_a_link_says_so(sheet: xw.Sheet) -> None:
    with pytest.raises(LibreOfficeError, match="no hyperlink"):
        _ = sheet["A1"].hyperlink
