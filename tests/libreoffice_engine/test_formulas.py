"""Formulas in Excel's grammar, both ways."""

import re
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
import xlwings as xw

from tests.libreoffice_engine.conftest import again
from xladdin.libreoffice.area import Area

FORMULAS = [
    "=SUM(A1:B2,3)",
    '=IF(A1="","",ROUND(A1*100%,2))',
    '=IFERROR(1/0,"a;b,c")',
    "='表 1'!$A$1+Sheet1!B2",
    "=IFS(A1>1,2,TRUE,3)",
    "=CEILING(1.2,1)",
    '=TEXTJOIN(",",TRUE,A1:A3)',
    "=SUM({1,2;3,4})",
    "=INDEX(A:A,MATCH(MAX($B$1:$B$9),B:B,0))",
    '="say ""no"""&A1',
    "=-A1^2",
    "=total*2",
    "=A1+#REF!",
    '=HYPERLINK("#Sheet1!A1","go")',
    "=STDEV.S(A1:A3)+SUBTOTAL(109,A1:A3)",
]


@pytest.fixture
def sheet(book: xw.Book) -> xw.Sheet:
    book.sheets.add("表 1", after="Sheet1")
    book.names.add("total", "=Sheet1!$B$9")
    return book.sheets[0]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_comes_back_as_it_went_in(sheet: xw.Sheet, formula: str) -> None:
    sheet["D20"].formula = formula
    assert sheet["D20"].formula == formula


def test_formulas_survive_saving(app: xw.App, sheet: xw.Sheet, tmp_path: Path) -> None:
    sheet["D1"].formula = [[formula] for formula in FORMULAS]
    reopened = again(app, sheet.book, tmp_path / "formulas.xlsx")
    read = reopened.sheets[0]["D1"].resize(len(FORMULAS), 1).formula
    assert [row[0] for row in read] == FORMULAS
    reopened.close()


def test_text_beginning_with_an_equals_sign_is_a_formula(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [[1, "=A1+1", "x", "=B1*2"]]
    assert sheet["A1:D1"].value == [1, 2, "x", 4]


def test_in_a_text_cell_it_is_text(sheet: xw.Sheet) -> None:
    sheet["A1:B1"].number_format = "@"
    sheet["A1"].value = [["=100%", "-5"]]
    assert sheet["A1:B1"].value == ["=100%", "-5"]
    sheet["A1"].formula = "=1+1"
    assert sheet["A1"].value == "=1+1" == sheet["A1"].formula


def test_an_apostrophe_makes_it_text(sheet: xw.Sheet) -> None:
    sheet["A1"].value = "'=1+1"
    assert sheet["A1"].value == "=1+1"


def test_one_formula_for_many_cells_moves_its_references(sheet: xw.Sheet) -> None:
    sheet["A1:A3"].value = [[1], [2], [3]]
    sheet["B1:C3"].formula = "=$A1*2+A$1"
    assert sheet["B3:C3"].formula == (("=$A3*2+A$1", "=$A3*2+B$1"),)
    assert sheet["B1:B3"].value == [3, 5, 7]


def test_formulas_of_cells_without_one_are_their_contents(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [1.5, "text", None, True]
    assert sheet["A1:D1"].formula == (("1.5", "text", "", "TRUE"),)


def test_what_was_read_as_formulas_can_be_written_back(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [[1.5, "text", None, True, "=A1*2"]]
    formulas = sheet["A1:E1"].formula
    sheet["A1:E1"].clear()
    sheet["A1"].formula = formulas
    assert sheet["A1:E1"].value == [1.5, "text", None, True, 3]


def test_array_formulas(sheet: xw.Sheet) -> None:
    sheet["A1:B2"].value = [[1, 2], [3, 4]]
    sheet["D1"].formula_array = "=SUM(A1:A2*B1:B2)"
    assert sheet["D1"].value == 14
    assert sheet["D1"].formula_array == sheet["D1"].formula == "=SUM(A1:A2*B1:B2)"
    assert sheet["D1"].has_array and not sheet["A1"].has_array


def test_the_formulas_of_a_real_form_are_those_in_its_file(returned: xw.Book) -> None:
    sheet = returned.sheets[0]
    read = sheet["A1:S88"].formula
    written = formulas_in(Path(returned.fullname))
    assert len(written) > 700
    for cell, formula in written.items():
        range_ = sheet[cell]
        assert read[range_.row - 1][range_.column - 1] == "=" + spelled(formula), cell


def test_the_quick_translation_is_that_of_libreoffice(returned: xw.Book) -> None:
    formulas, at = returned.impl.formulas, (0, Area(1, 1))
    cells = returned.sheets[0]["I1:S88"].impl.xl  # the columns of helper formulas
    texts = {text for row in cells.getFormulaArray() for text in row if text.startswith("=")}
    for text in sorted(texts)[::5]:
        assert formulas._quick(text) == "=" + formulas._slow(text, at)


def test_functions_have_excels_names(book: xw.Book) -> None:
    """Each function the quick way knows, against LibreOffice's own parser."""
    formulas, at = book.impl.formulas, (0, Area(9, 9))
    names = [name for name in formulas._names if re.fullmatch(r"[A-Z][A-Z0-9.]*", name)]
    assert len(names) > 380
    for name in names[::4]:
        text = f"={name}(A1;A2;A3;A4)"
        assert formulas._quick(text) == "=" + formulas._slow(text, at)


def formulas_in(path: Path) -> dict[str, str]:
    tag = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with ZipFile(path) as package:
        root = ElementTree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    cells = {cell.get("r", ""): cell.find(f"{tag}f") for cell in root.iter(f"{tag}c")}
    return {
        address: found.text for address, found in cells.items() if found is not None and found.text
    }


def spelled(formula: str) -> str:
    """Return a formula as LibreOffice spells it: no prefixes of newer functions."""
    return formula.replace("_xlfn.", "")
