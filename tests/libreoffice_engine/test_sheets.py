"""Sheets: adding, naming, copying, moving, deleting, what is used."""

import pytest
import xlwings as xw

from xladdin.libreoffice import LibreOfficeError, MissingError


def test_a_sheet_is_added_before_the_active_one(book: xw.Book) -> None:
    added = book.sheets.add("新表")
    assert book.sheet_names == ["新表", "Sheet1"]
    assert book.sheets.active == added


def test_a_sheet_is_added_where_wanted(book: xw.Book) -> None:
    book.sheets.add("last", after="Sheet1")
    book.sheets.add("middle", before="last")
    assert book.sheet_names == ["Sheet1", "middle", "last"]
    assert book.sheets["last"].index == 3


def test_a_sheet_is_found_by_name_and_number(returned: xw.Book) -> None:
    assert returned.sheets["绩效自评表"] == returned.sheets[0]
    assert "填报说明" in returned.sheets
    assert "none" not in returned.sheets
    with pytest.raises(MissingError, match="no sheet 'none'"):
        returned.sheets("none")


def test_names_and_visibility_change(book: xw.Book) -> None:
    second = book.sheets.add(after="Sheet1")
    second.name = "结果"
    second.visible = False
    assert book.sheet_names == ["Sheet1", "结果"]
    assert not book.sheets["结果"].visible


def test_a_copy_holds_the_same(book: xw.Book) -> None:
    first = book.sheets[0]
    first["A1"].value = "text"
    copy = first.copy(name="copy")
    assert copy["A1"].value == "text"
    assert book.sheet_names == ["Sheet1", "copy"]


def test_a_sheet_is_copied_into_another_book(app: xw.App, book: xw.Book) -> None:
    book.sheets[0].name = "mine"
    book.sheets[0]["B2"].value = 7
    with app.books.add() as other:
        assert book.sheets[0].copy(after=other.sheets[0])["B2"].value == 7


def test_a_sheet_moves(book: xw.Book) -> None:
    book.sheets.add("second", after="Sheet1")
    book.sheets[0].impl.move(after=book.sheets[1].impl)
    assert book.sheet_names == ["second", "Sheet1"]


def test_a_sheet_is_deleted_but_not_the_last_one(book: xw.Book) -> None:
    book.sheets.add("more")
    book.sheets["more"].delete()
    assert book.sheet_names == ["Sheet1"]
    with pytest.raises(LibreOfficeError, match="at least one"):
        book.sheets[0].delete()


def test_the_used_range(sheet: xw.Sheet, returned: xw.Book) -> None:
    sheet["C3:D9"].value = 1
    assert sheet.used_range.address == "$C$3:$D$9"
    assert returned.sheets[0].used_range.address == "$A$1:$S$88"


def test_a_sheet_is_cleared(sheet: xw.Sheet) -> None:
    sheet["A1"].value, sheet["A1"].color = 1, (255, 0, 0)
    sheet.clear_contents()
    assert (sheet["A1"].value, sheet["A1"].color) == (None, (255, 0, 0))
    sheet.clear()
    assert sheet["A1"].color is None


def test_the_print_area(sheet: xw.Sheet) -> None:
    assert sheet.page_setup.print_area is None
    sheet.page_setup.print_area = "$A$1:$C$9"
    assert sheet.page_setup.print_area == "$A$1:$C$9"
    sheet.page_setup.print_area = None
    assert sheet.page_setup.print_area is None


def test_panes_need_a_window(sheet: xw.Sheet) -> None:
    with pytest.raises(LibreOfficeError, match="window"):
        sheet.freeze_panes.freeze_at("1:2")
