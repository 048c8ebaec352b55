"""Numbers people typed as text, percentages, dates, and what cannot be read."""

import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.fields import get
from generator.forms.models import SelfEvaluationForm, TargetForm, from_json
from generator.workbook.reader import Reading, read_workbook_form
from generator.workbook.reader.cells import typed_number
from generator.workbook.writer import FormOptions, write_form
from tests.reader.copies import saved
from tests.real_forms import SHIPPED, data_of

SHANGHAI = next(path for path in SHIPPED if path.stem == "sh2023-03")
SHENZHEN = next(path for path in SHIPPED if path.stem == "sz2021-02")


def typed(path: object, cells: dict[str, object], number_format: str = "General") -> Reading:
    """Read a real form after somebody typed something into some of its cells."""
    form = from_json(data_of(path))  # type: ignore[arg-type]
    book = load_workbook(io.BytesIO(write_form(form, FormOptions(as_printed=True))))
    sheet = book.worksheets[0]
    assert isinstance(sheet, Worksheet)
    for address, value in cells.items():
        sheet[address].value = value  # type: ignore[union-attr]
        sheet[address].number_format = number_format
    return read_workbook_form(saved(book))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (" 1,922.94 ", "1922.94"),
        ("３４８．００", "348.00"),
        ("348.00元", "348.00"),
        ("3 48", "348"),
        ("-12.5", "-12.5"),
    ],
)
def test_a_number_typed_as_text_is_read_with_a_note(text: str, number: str) -> None:
    reading = typed(SHANGHAI, {"E6": text})
    assert get(reading.form, "funds.current_appropriation.actual_expenditure") == Decimal(number)
    note = reading.notes[0]
    assert (note.rule, note.entered) == ("REA-1", text)


def test_a_rate_typed_with_a_percent_sign_stands_in_the_layouts_unit() -> None:
    percent = typed(SHANGHAI, {"G5": "95%"})
    assert get(percent.form, "funds.annual_total.execution_rate") == 95
    ratio = typed(SHENZHEN, {"H5": "95%"})
    assert get(ratio.form, "funds.annual_total.execution_rate") == Decimal("0.95")


@pytest.mark.parametrize("text", ["约三百", "见附件", "1,5", "#REF!", "95%"])
def test_what_is_no_number_is_told_and_left_out(text: str) -> None:
    reading = typed(SHANGHAI, {"E6": text})
    assert get(reading.form, "funds.current_appropriation.actual_expenditure") is None
    assert [note.rule for note in reading.notes] == ["REA-2"]


@pytest.mark.parametrize("text", ["—", "-", " ", "－"])
def test_a_dash_is_no_figure_and_no_fault(text: str) -> None:
    reading = typed(SHANGHAI, {"E6": text})
    assert get(reading.form, "funds.current_appropriation.actual_expenditure") is None
    assert reading.notes == []


def test_a_percentage_excel_made_of_98_percent_is_read_as_shown() -> None:
    reading = typed(SHANGHAI, {"E12": 0.98}, number_format="0.00%")
    assert isinstance(reading.form, SelfEvaluationForm)
    assert reading.form.indicators[0].actual == "98%"


def test_a_date_excel_made_of_2026_1_5_is_read_as_iso() -> None:
    path = next(each for each in SHIPPED if each.stem == "sh2026-01")
    reading = typed(path, {"B5": 46027}, number_format="yyyy/m/d")
    assert isinstance(reading.form, TargetForm)
    assert reading.form.planned_start == "2026-01-05"


def test_what_percent_means_depends_on_the_field() -> None:
    assert typed_number("95%", percent=Decimal("0.01")) == Decimal("0.95")
    assert typed_number("95%") is None
    assert typed_number("") is None


def test_a_rate_pasted_as_a_percentage_is_read_as_shown() -> None:
    percent = typed(SHANGHAI, {"G5": 0.9365}, number_format="0.00%")
    assert get(percent.form, "funds.annual_total.execution_rate") == Decimal("93.65")
    ratio = typed(SHENZHEN, {"H5": 0.95}, number_format="0%")
    assert get(ratio.form, "funds.annual_total.execution_rate") == Decimal("0.95")


def test_a_truth_value_is_read_as_shown() -> None:
    reading = typed(SHANGHAI, {"E12": True, "E6": False})
    assert isinstance(reading.form, SelfEvaluationForm)
    assert reading.form.indicators[0].actual == "TRUE"
    assert [(note.rule, note.entered) for note in reading.notes] == [("REA-2", "FALSE")]


@pytest.mark.parametrize("number", [1e20, -3e13])
def test_a_figure_no_budget_reaches_is_told_and_not_passed_off_as_blank(number: float) -> None:
    reading = typed(SHANGHAI, {"E6": number})
    assert get(reading.form, "funds.current_appropriation.actual_expenditure") is None
    assert [note.rule for note in reading.notes] == ["REA-2"]


def test_a_number_that_is_no_year_is_told() -> None:
    """A date typed as the year: its cell shows "（45658年度）"."""
    path = next(each for each in SHIPPED if each.stem == "sh2026-01")
    reading = typed(path, {"A2": 45658}, number_format='"（"0"年度）"')
    assert reading.form.fiscal_year is None
    assert [(note.rule, note.entered) for note in reading.notes] == [("REA-2", "45658")]


@pytest.mark.parametrize(
    ("typed_in", "number_format"),
    [("（２０２６年度）", "General"), (46027, "yyyy/m/d"), ("2026年", "@")],
)
def test_a_year_however_it_was_typed(typed_in: object, number_format: str) -> None:
    path = next(each for each in SHIPPED if each.stem == "sh2026-01")
    reading = typed(path, {"A2": typed_in}, number_format)
    assert (reading.form.fiscal_year, reading.notes) == (2026, [])


@pytest.mark.parametrize("cell", ["E12", "G5", "D12"])
def test_a_number_beyond_all_measure_in_a_percentage_is_no_crash(cell: str) -> None:
    reading = typed(SHANGHAI, {cell: 1e300}, number_format="0%")
    assert reading.form.project_name
