"""Whatever is typed into open cells is nothing; whatever is typed into locked ones is told."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.forms.models import Form
from generator.workbook.layout import load_layout
from generator.workbook.plan.draw import draw_plan
from generator.workbook.plan.plan import Issue, PlannedCell
from generator.workbook.reader import read_workbook_form
from generator.workbook.sheet.address import address
from tests.forms.forms import evaluation, target
from tests.issued.tampering import Typed, found, issued, typed

FORMS: dict[str, Form] = {"自评表": evaluation(), "申报表": target()}
WORKBOOKS = {name: issued(form) for name, form in FORMS.items()}

_WORDS = st.text("甲乙丙丁戊", min_size=1, max_size=12)
_FIGURES = st.decimals(-10, 10**6, places=2)
_ANYTHING: st.SearchStrategy[Typed] = st.none() | _WORDS | _FIGURES | st.just("=1+1")


def _cells(name: str) -> list[PlannedCell]:
    form = FORMS[name]
    return draw_plan(load_layout(form.layout), form, Issue(form)).cells


def _open(name: str) -> list[str]:
    """Return the open cells, spare rows apart: typing there adds an indicator."""
    return [
        address(cell.row, cell.column)
        for cell in _cells(name)
        if not cell.locked and not (cell.field or "").startswith(("indicators[].", "groups."))
    ]


def _locked(name: str) -> list[str]:
    """Return the locked cells, and the helper columns beside the indicators."""
    places = read_workbook_form(WORKBOOKS[name]).places
    helpers = [address(row, c) for row in places.rows for c in places.helpers.values()]
    return [address(cell.row, cell.column) for cell in _cells(name) if cell.locked] + helpers


@pytest.mark.parametrize("name", FORMS)
@given(st.data())
@settings(max_examples=60, deadline=None)
def test_open_cells_take_anything(name: str, data: st.DataObject) -> None:
    cells = st.dictionaries(st.sampled_from(_open(name)), _ANYTHING, min_size=1, max_size=20)
    assert found(typed(WORKBOOKS[name], data.draw(cells))) == []


@pytest.mark.parametrize("name", FORMS)
@given(st.data())
@settings(max_examples=120, deadline=None)
def test_no_locked_cell_changes_unnoticed(name: str, data: st.DataObject) -> None:
    cell = data.draw(st.sampled_from(_locked(name)))
    assert found(typed(WORKBOOKS[name], {cell: data.draw(_WORDS)}))


@given(st.dictionaries(st.sampled_from(_open("自评表")), _ANYTHING, max_size=8), _FIGURES)
@settings(max_examples=40, deadline=None)
def test_a_locked_weight_is_told_whatever_else_was_typed(
    changes: dict[str, Typed], weight: Decimal
) -> None:
    cell = next(
        address(each.row, each.column)
        for each in _cells("自评表")
        if each.field == "indicators[2].weight"
    )
    rules = [
        each.finding.rule for each in found(typed(WORKBOOKS["自评表"], {**changes, cell: weight}))
    ]
    assert rules == ([] if weight == 15 else ["ISS-1"])
