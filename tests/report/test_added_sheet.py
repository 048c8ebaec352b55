"""A sheet added to a workbook: readable, harmless, and everything else as it was."""

import io
from collections.abc import Callable

import openpyxl
import pytest

from generator.workbook.added_sheet import add_sheet
from generator.workbook.package import Package
from generator.workbook.sheet import read_workbook, scan
from generator.workbook.text_sheet import Look, Text, TextRow, TextSheet

from . import packages
from .outcomes import HOSTILE, SHEET

NAME = "复核意见"
LISTS = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}
NOTATIONS = [packages.plain, packages.strict, packages.prefixed, packages.without_styles]
_FIT = [text for text in HOSTILE if len(text) < 32_000 and "\ud800" not in text]


def sheet(*texts: str, heading: str = "意见") -> TextSheet:
    link = f"'{SHEET}'!B1"
    rows = [TextRow([Text(heading, Look.TITLE)], 30, across=True)]
    rows += (TextRow([Text("B1", Look.LINK, link), Text(text)], 20) for text in texts)
    return TextSheet([8, 40], rows, frozen=1)


def added(data: bytes, *texts: str) -> bytes:
    package = Package.open(data)
    add_sheet(package, NAME, sheet(*texts))
    return package.to_bytes()


@pytest.mark.parametrize("notation", NOTATIONS)
def test_our_own_reader_finds_the_sheet_last(notation: Callable[[], bytes]) -> None:
    package = Package.open(added(notation(), "一", "二"))
    book = read_workbook(package)
    assert [ref.name for ref in book.sheets] == [SHEET, "_hidden", NAME]
    cells = scan(package.read(book.sheets[-1].part), book.shared_strings).cells
    assert [cells[row, 2].raw for row in (2, 3)] == ["一", "二"]


@pytest.mark.parametrize("notation", NOTATIONS)
def test_only_the_lists_and_the_styles_change(notation: Callable[[], bytes]) -> None:
    before = packages.members(notation())
    after = packages.members(added(notation(), "一"))
    changed = {name for name in before if before[name] != after[name]}
    styles = set() if notation is packages.without_styles else {"xl/styles.xml"}
    assert changed == LISTS | styles
    assert len(after) == len(before) + 1


@pytest.mark.parametrize("name", sorted(LISTS))
def test_lists_are_only_added_to(name: str) -> None:
    before = packages.members(packages.plain())[name]
    after = packages.members(added(packages.plain(), "一"))[name]
    start = next(i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b)
    assert after.startswith(before[:start])
    assert after.endswith(before[start:])


def test_existing_formats_keep_their_numbers() -> None:
    before = openpyxl.load_workbook(io.BytesIO(packages.plain()))
    after = openpyxl.load_workbook(io.BytesIO(added(packages.plain(), "一")))
    assert after[SHEET]["A1"].font.name == before[SHEET]["A1"].font.name
    text = after[NAME]["B2"]
    assert (text.font.name, text.number_format, text.alignment.wrap_text) == ("宋体", "@", True)
    assert after[NAME].column_dimensions["B"].width == 40


def test_openpyxl_reads_texts_links_and_view() -> None:
    book = openpyxl.load_workbook(io.BytesIO(added(packages.plain(), *_FIT)))
    assert book.active.title == SHEET
    drawn = book[NAME]
    assert {cell.data_type for row in drawn for cell in row if cell.value is not None} == {"s"}
    assert drawn["A2"].hyperlink.location == f"'{SHEET}'!B1"
    assert drawn.freeze_panes == "A2"


def test_every_text_comes_back_as_text() -> None:
    package = Package.open(added(packages.plain(), *_FIT))
    ref = read_workbook(package).sheets[-1]
    cells = scan(package.read(ref.part), read_workbook(package).shared_strings).cells
    for row, text in enumerate(_FIT, 2):
        assert (cells[row, 2].kind, cells[row, 2].raw) == ("text", text)
        assert cells[row, 2].formula is None


def test_a_sheet_of_ours_is_replaced() -> None:
    package = Package.open(added(added(packages.plain(), "旧"), "新"))
    names = [ref.name for ref in read_workbook(package).sheets]
    assert names == [SHEET, "_hidden", NAME]
    assert b"\xe6\x97\xa7" not in package.read("xl/worksheets/sheet3.xml")


def test_a_sheet_of_somebody_else_keeps_its_name() -> None:
    package = Package.open(packages.plain())
    assert add_sheet(package, NAME, sheet(heading="别人的")) == NAME
    assert add_sheet(package, NAME, sheet("一")) == f"{NAME} (2)"
    assert add_sheet(package, NAME, sheet("二")) == f"{NAME} (2)"


def test_a_part_named_but_missing_is_not_taken_over() -> None:
    package = Package.open(packages.plain())
    types = package.read("[Content_Types].xml")
    stale = b'<Override PartName="/xl/worksheets/Sheet3.xml" ContentType="x"/></Types>'
    package.replace("[Content_Types].xml", types.replace(b"</Types>", stale))
    add_sheet(package, NAME, sheet("一"))
    assert "xl/worksheets/sheet4.xml" in package.names
