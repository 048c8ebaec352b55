"""A form that is not ours keeps the formulas and formats its makers gave it."""

import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell

from generator.forms.models import SelfEvaluationForm
from generator.workbook.reader import Origin, read_workbook_form
from generator.workbook.recalculate import recalculate
from generator.workbook.writer import FormOptions, write_form
from tests.forms.forms import evaluation
from tests.issued.tampering import with_sheet_xml
from tests.reader.copies import copied, saved

PLACES = read_workbook_form(write_form(evaluation())).places.scalars
RATE = PLACES["funds.annual_total.execution_rate"].a1
SPENT = PLACES["funds.annual_total.actual_expenditure"].a1
BUDGET = PLACES["funds.annual_total.adjusted_budget"].a1
QUOTIENT = f"={SPENT}/{BUDGET}"


def _made_by_hand(form: SelfEvaluationForm, rate: object, shown: object = "") -> bytes:
    """Return a form of somebody else's, its rate in a cell formatted as a percentage.

    ``shown`` is what a formula there last came to, which openpyxl does not store.
    """
    printed = copied(write_form(form, FormOptions(as_printed=True)))
    book = load_workbook(io.BytesIO(printed))
    cell = book.worksheets[0][RATE]
    assert isinstance(cell, Cell)
    cell.value, cell.number_format = rate, "0.00%"
    workbook = saved(book)
    if not shown:
        return workbook
    formula = f"<f>{str(rate)[1:]}</f>".encode()
    return with_sheet_xml(workbook, formula + b"<v></v>", formula + f"<v>{shown}</v>".encode())


def _rate_after(workbook: bytes) -> object:
    reading = read_workbook_form(workbook)
    assert reading.origin is Origin.LABELLED
    cell = load_workbook(io.BytesIO(recalculate(reading).to_bytes())).worksheets[0][RATE]
    assert isinstance(cell, Cell) and cell.number_format == "0.00%"
    return cell.value


def test_a_formula_that_comes_out_right_stays() -> None:
    workbook = _made_by_hand(evaluation(), QUOTIENT, "0.95")
    assert _rate_after(workbook) == QUOTIENT


@pytest.mark.parametrize("spent", ["1922.94", "300.5"])
def test_a_formula_that_rounds_to_the_right_figure_stays(spent: str) -> None:
    """A percentage with two decimals is what the form says, not the digits behind it."""
    budget = Decimal("2653.26")
    quotient = Decimal(spent) / budget
    assert quotient != round(quotient, 4)
    form = evaluation()
    for row in (form.funds.annual_total, form.funds.current_appropriation):
        row.adjusted_budget, row.actual_expenditure = budget, Decimal(spent)
    assert _rate_after(_made_by_hand(form, QUOTIENT, f"{quotient:.15f}")) == QUOTIENT


@pytest.mark.parametrize(("rate", "shown"), [(0.9, ""), ("=1/2", "0.5"), (None, "")])
def test_a_wrong_rate_is_put_right_as_its_cell_shows_it(rate: object, shown: str) -> None:
    """0.95 in a cell that shows 95.00%: 95 would be shown as 9500.00%."""
    assert _rate_after(_made_by_hand(evaluation(), rate, shown)) == 0.95
