"""Values, both ways."""

import datetime as dt
from pathlib import Path

import pytest
import xlwings as xw
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.libreoffice_engine.conftest import again
from xladdin.libreoffice import unprotect
from xladdin.libreoffice.values import from_serial, number_text, prepare, to_serial

MOMENT = dt.datetime(2024, 2, 29, 13, 5, 7)


def test_every_kind_of_value_in_one_write_and_one_read(sheet: xw.Sheet) -> None:
    rows = [
        [1.0, -2.5, "文字", True],
        [False, None, MOMENT, dt.datetime(2024, 1, 2)],
        ["a\nb", "", 1e15, 0.1],
    ]
    sheet["A1"].value = rows
    rows[2][1] = None
    assert sheet["A1:D3"].value == rows
    assert [type(value) for value in sheet["A1:D1"].value] == [float, float, str, bool]


@pytest.mark.parametrize(
    "text", ["007", "1/2", "50%", "1,234.5", "2024-01-02", "TRUE", "1e3", " 5 "]
)
def test_text_that_looks_like_something_else_stays_text(sheet: xw.Sheet, text: str) -> None:
    sheet["A1"].value = text
    assert sheet["A1"].value == text


def test_shapes_are_those_of_xlwings(sheet: xw.Sheet) -> None:
    sheet["A1:B3"].value = 7
    assert sheet["A1"].value == 7
    assert sheet["A1:B1"].value == [7, 7]
    assert sheet["A1:A3"].value == [7, 7, 7]
    assert sheet["A1"].options(ndim=2).value == [[7]]
    assert sheet["A1"].options(expand="table").value == [[7, 7]] * 3
    sheet["D1"].options(transpose=True).value = [1, 2]
    assert sheet["D1:D2"].value == [1, 2]


def test_options_of_reading(sheet: xw.Sheet) -> None:
    sheet["A1"].value = [1.6, None, dt.date(2024, 5, 6)]
    read = sheet["A1:C1"].options(numbers=int, empty="-", dates=dt.date).value
    assert read == [2, "-", dt.date(2024, 5, 6)]


def test_dates_take_a_date_format_and_keep_the_one_there_is(sheet: xw.Sheet) -> None:
    sheet["A2"].number_format = 'yyyy"年"m"月"d"日"'
    sheet["A1:A3"].value = [[dt.date(2024, 5, 6)], [dt.date(2024, 5, 6)], [MOMENT]]
    formats = [sheet[row, 0].number_format.lower() for row in range(3)]
    assert formats[0] == "yyyy-mm-dd"
    assert "年" in formats[1]
    assert formats[2] == "yyyy-mm-dd hh:mm:ss"


def test_a_number_after_a_truth_value_is_a_number(sheet: xw.Sheet) -> None:
    sheet["A1:A3"].value = True
    sheet["A2"].value = 1
    assert [type(value) for value in sheet["A1:A3"].value] == [bool, float, bool]


def test_errors_are_nothing_or_their_names(sheet: xw.Sheet) -> None:
    formulas = ["=1/0", "=NA()", "=nosuch", '="a"+1', "=1+#REF!", "=LN(0)"]
    sheet["A1"].value = [formulas]
    cells = sheet["A1:F1"]
    assert cells.value == [None] * 6
    assert cells.options(err_to_str=True).value[:5] == [
        "#DIV/0!", "#N/A", "#NAME?", "#VALUE!", "#REF!",
    ]  # fmt: skip


def test_values_survive_saving(app: xw.App, tmp_path: Path) -> None:
    book = app.books.add()
    row = ["007", 1.25, True, MOMENT, None, "=text"]
    book.sheets[0]["F1"].number_format = "@"
    book.sheets[0]["A1"].value = row
    with again(app, book, tmp_path / "values.xlsx") as reopened:
        assert reopened.sheets[0]["A1:F1"].value == row


def test_dates_count_from_the_null_date_of_the_book(app: xw.App) -> None:
    with app.books.add() as book:
        null = book.impl.xl.NullDate
        null.Year, null.Month, null.Day = 1904, 1, 1
        book.impl.xl.NullDate = null
        book.sheets[0]["A1"].value = MOMENT
        assert book.sheets[0]["A1"].value == MOMENT
        book.sheets[0]["A1"].number_format = "General"
        assert book.sheets[0]["A1"].value == to_serial(MOMENT, dt.datetime(1904, 1, 1))


def test_a_real_form_is_read_as_it_was_typed(returned: xw.Book) -> None:
    sheet = returned.sheets[0]
    assert sheet["A1"].value == "财政项目支出绩效自评表"
    assert sheet["B2"].value == "社会保险经办业务费"
    assert sheet["A4"].value == "项目资金\n（万元）"
    assert isinstance(sheet["C5"].value, float)


def test_a_wrong_shape_is_refused(sheet: xw.Sheet) -> None:
    with pytest.raises(ValueError, match="2 by 2 cells cannot take 1 by 3"):
        sheet["A1:B2"].impl.raw_value = [[1, 2, 3]]


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=40
)
MOMENTS = st.datetimes(dt.datetime(1901, 1, 1), dt.datetime(2199, 12, 31)).map(
    lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000)
)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e300, max_value=1e300)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    NUMBERS.filter(lambda number: number == 0 or abs(number) > 1e-300),
    MOMENTS,
    TEXTS.filter(lambda text: text and not text.startswith(("=", "'"))),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=st.lists(st.lists(VALUES, min_size=4, max_size=4), min_size=2, max_size=6))
def test_what_is_written_is_read(sheet: xw.Sheet, rows: list[list[object]]) -> None:
    sheet["A1:D6"].clear()
    sheet["A1"].value = rows
    read = sheet["A1"].resize(len(rows), 4).value
    assert read == rows
    assert [[type(value) for value in row] for row in read] == [
        [type(value) for value in row] for row in rows
    ]


@given(MOMENTS)
def test_serial_numbers_lose_no_millisecond(moment: dt.datetime) -> None:
    assert from_serial(to_serial(moment)) == moment


def test_a_number_beyond_all_dates_stays_a_number() -> None:
    assert from_serial(1e12) == 1e12


def test_numbers_are_shown_as_the_formula_bar_does() -> None:
    assert [number_text(number) for number in (1.0, 0.1, 1e20, 1 / 3)] == [
        "1", "0.1", "1e+20", "0.333333333333333",
    ]  # fmt: skip


def test_nothing_is_the_empty_text() -> None:
    assert [prepare(value) for value in (None, float("nan"), 3, dt.date(2024, 1, 1))] == [
        "", "", 3.0, dt.datetime(2024, 1, 1),
    ]  # fmt: skip


def test_a_tab_is_still_a_tab_when_the_file_is_opened_again(
    app: xw.App, returned: xw.Book, tmp_path: Path
) -> None:
    sheet = returned.sheets[0]
    unprotect(sheet)
    name, text = sheet.name, '≥"\t≥】\n%'
    cell = "E20"
    sheet[cell].number_format = "@"
    sheet[cell].wrap_text = True
    sheet[cell].impl.raw_value = text
    book = again(app, returned, tmp_path / "tab.xlsx")
    assert book.sheets[name][cell].value == text
    assert book.sheets[name][cell].formula == text
    book.close()
