"""Addresses, moving about, merging, inserting, deleting, heights, widths, hidden rows."""

import pytest
import xlwings as xw

from xladdin.libreoffice import MissingError, hidden_rows, row_heights, rows_hidden
from xladdin.libreoffice.area import Area, parse
from xladdin.libreoffice.editing import edge


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("B2", Area(2, 2)),
        ("$C$9:A1", Area(1, 1, 9, 3)),
        ("b:d", Area(1, 2, 1_048_576, 3)),
        ("$3:5", Area(3, 1, 3, 16_384)),
        *((text, None) for text in ("A", "7", "A1:", "A1:B", "XFE1", "A1048577", "Sheet1!A1", "")),
    ],
)
def test_addresses_are_parsed(text: str, area: Area | None) -> None:
    assert parse(text) == area


def test_addresses_are_written(book: xw.Book, sheet: xw.Sheet) -> None:
    cells = sheet["A1:AB30"]
    assert cells.address == "$A$1:$AB$30"
    assert cells.get_address(False, False) == "A1:AB30"
    sheet.name = "表 1"
    assert sheet["C3"].get_address(include_sheetname=True) == "'表 1'!$C$3"
    assert sheet["C3"].get_address(external=True) == f"'[{book.name}]表 1'!$C$3"


def test_ranges_are_made_in_every_way(sheet: xw.Sheet) -> None:
    sheet.book.names.add("here", "=Sheet1!$B$2:$C$3")
    wanted = "$B$2:$C$3"
    assert sheet.range("B2", "C3").address == wanted
    assert sheet.range((2, 2), (3, 3)).address == wanted
    assert sheet[1:3, 1:3].address == wanted
    assert sheet["A1:B2"].offset(1, 1).address == wanted
    assert sheet["B2"].resize(2, 2).address == wanted
    assert sheet["here"].address == wanted
    assert sheet["Sheet1!B2:C3"].address == wanted
    assert [cell.address for cell in sheet["A1:B2"]] == ["$A$1", "$B$1", "$A$2", "$B$2"]
    with pytest.raises(MissingError, match="neither an address nor a name"):
        sheet["nowhere"]
    with pytest.raises(IndexError):
        sheet.range((0, 1))


@pytest.mark.parametrize(
    ("filled", "steps"),
    [([1, 1, 1, 0, 1], 2), ([1, 0, 0, 1], 3), ([0, 0, 1, 1], 2), ([1, 0, 0], 99), ([1, 1], 1)],
)
def test_the_end_of_a_block(filled: list[int], steps: int) -> None:
    assert edge([bool(cell) for cell in filled], 99) == steps


def test_moving_to_the_end(sheet: xw.Sheet) -> None:
    sheet["B2:D5"].value = 1
    assert sheet["B2"].end("down").address == "$B$5"
    assert sheet["D5"].end("left").address == "$B$5"
    assert sheet["B5"].end("down").row == 1_048_576
    assert sheet["B9"].end("up").address == "$B$5"
    assert sheet["C3"].current_region.address == "$B$2:$D$5"
    assert sheet["B2"].expand().address == "$B$2:$D$5"


def test_merging(sheet: xw.Sheet) -> None:
    sheet["A1:B2"].merge()
    assert sheet["B2"].merge_area.address == "$A$1:$B$2"
    assert [sheet[a].merge_cells for a in ("A1:B2", "B2", "A1:C3", "D4")] == [
        True,
        True,
        None,
        False,
    ]
    sheet["B2:A1"].unmerge()
    assert sheet["A1"].merge_area.address == "$A$1"
    sheet["A5:B6"].merge(across=True)
    assert sheet["B6"].merge_area.address == "$A$6:$B$6"


def test_inserting_and_deleting(sheet: xw.Sheet) -> None:
    sheet["A1:B3"].value = [[1, "a"], [2, "b"], [3, "c"]]
    sheet["2:2"].insert("down")
    assert sheet["A1:A4"].value == [1, None, 2, 3]
    sheet["2:2"].delete()
    sheet["A1"].insert("right")
    assert sheet["A1:C1"].value == [None, 1, "a"]
    sheet["A1"].delete("left")
    sheet["A:A"].delete()
    assert sheet["A1:A3"].value == ["a", "b", "c"]


def test_copying_and_moving(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [[1, "=A1*2"]]
    sheet["A1:B1"].copy(sheet["A5"])
    assert sheet["B5"].formula == "=A5*2"
    sheet["A1:B1"].impl.move(sheet["D9"].impl)
    assert (sheet["A1"].value, sheet["E9"].formula) == (None, "=D9*2")


def test_heights_and_widths(sheet: xw.Sheet) -> None:
    sheet["A1:A3"].row_height = 30
    sheet["B1"].column_width = 12.5
    assert (sheet["A1:A3"].row_height, sheet["A1:A4"].row_height) == (30, None)
    assert (sheet["B9"].column_width, sheet["A1:B1"].column_width) == (12.5, None)
    assert sheet["A1:A3"].height == pytest.approx(90, abs=0.2)
    assert sheet["A2"].top == pytest.approx(30, abs=0.1)


def test_autofit_makes_room(sheet: xw.Sheet) -> None:
    sheet["A1"].value = "a long text " * 5
    before = sheet["A1"].column_width
    sheet["A1"].columns.autofit()
    assert sheet["A1"].column_width > before
    sheet["B2"].value = "two\nlines"
    sheet["B2"].wrap_text = True
    sheet["B2"].rows.autofit()
    assert sheet["B2"].row_height > sheet["B3"].row_height


def test_rows_are_hidden_and_shown(sheet: xw.Sheet) -> None:
    rows_hidden(sheet, 3, 5, True)
    assert hidden_rows(sheet, 1, 9) == {3, 4, 5}
    assert [sheet[a].impl.row_hidden for a in ("3:5", "2:3", "1:2")] == [True, None, False]
    assert sheet["A4"].row_height == 0
    rows_hidden(sheet, 4, 4, False)
    assert hidden_rows(sheet, 1, 9) == {3, 5}


def test_columns_are_hidden_and_shown(sheet: xw.Sheet) -> None:
    sheet["B:C"].impl.column_hidden = True
    assert [sheet[a].impl.column_hidden for a in ("B:C", "A:B", "A:A")] == [True, None, False]


def test_the_spare_rows_of_a_real_form(returned: xw.Book) -> None:
    sheet = returned.sheets[0]
    assert {23, 27, 86} <= hidden_rows(sheet, 1, 88)
    assert not {1, 22, 28} & hidden_rows(sheet, 1, 88)
    heights = row_heights(sheet, 1, 30)
    assert heights[23] == 0
    assert heights[1] == pytest.approx(34, abs=0.5)
