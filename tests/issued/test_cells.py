"""Locked cells other than indicators: head, labels, formulas, helper columns, lists."""

from decimal import Decimal

import pytest

from generator.workbook.reader import read_workbook_form
from generator.workbook.sheet.address import address, position
from tests.forms.forms import evaluation, target
from tests.issued.tampering import (
    HIDDEN,
    edited,
    found,
    issued,
    move_names,
    only,
    place,
    rules,
    typed,
    with_sheet_xml,
)

ISSUED = issued(evaluation())
RATE = place(ISSUED, "funds.annual_total.execution_rate")
TOTAL = place(ISSUED, "total_score")


@pytest.mark.parametrize("field", ["department", "unit", "title"])
def test_the_head_changed(field: str) -> None:
    one = only(typed(ISSUED, {place(ISSUED, field): "某区别的单位"}))
    assert (one.finding.rule, one.finding.severity.value) == ("ISS-4", "error")
    assert one.cell == place(ISSUED, field) and one.finding.field == field
    assert "退回“某区别的单位”" in one.finding.message


def test_the_form_of_another_project() -> None:
    one = only(typed(ISSUED, {place(ISSUED, "project_name"): "道路养护"}))
    assert (
        "这份表是为项目“基层人员培训经费”下发的，退回时项目名称为“道路养护”" in one.finding.message
    )


def test_dates_and_nature_of_a_target_form() -> None:
    workbook = issued(target())
    changed = typed(workbook, {place(workbook, "planned_end"): "2025-12-31"})
    assert "发出“2024-12-31”，退回“2025-12-31”" in only(changed).finding.message
    assert found(workbook) == []


def test_blanks_in_the_head_are_nothing() -> None:
    assert found(typed(ISSUED, {place(ISSUED, "unit"): "某市 培训中心 "})) == []


def test_what_is_open_may_be_filled_in() -> None:
    goal = place(ISSUED, "actual_result")
    spent = place(ISSUED, "funds.current_appropriation.actual_expenditure")
    assert found(typed(ISSUED, {goal: "=1+1", spent: Decimal(90)})) == []


def _label(text: str) -> str:
    reading = read_workbook_form(ISSUED)
    cells = reading.content.sheets[reading.places.sheet].cells
    return next(address(*at) for at, cell in cells.items() if cell.raw == text)


def test_a_label_changed() -> None:
    one = only(typed(ISSUED, {_label("三级指标"): "指标"}))
    assert (one.finding.rule, one.finding.severity.value) == ("ISS-5", "warning")
    assert found(typed(ISSUED, {_label("三级指标"): "三级\n指标 "})) == []


def test_a_dash_where_nothing_belongs() -> None:
    dash = _label("—")
    assert found(typed(ISSUED, {dash: "/"})) == found(typed(ISSUED, {dash: None})) == []
    assert rules(typed(ISSUED, {dash: Decimal(9)})) == [("ISS-5", "info")]


def test_a_unit_of_money_changed_in_a_label() -> None:
    reading = read_workbook_form(ISSUED)
    cells = reading.content.sheets[reading.places.sheet].cells
    text = next(
        cell.raw for cell in cells.values() if "万元" in cell.raw and "项目资金" in cell.raw
    )
    one = only(typed(ISSUED, {_label(text): text.replace("万元", "元")}))
    assert (one.finding.rule, one.finding.severity.value) == ("ISS-5", "error")


def test_figures_typed_over_formulas_are_told_once() -> None:
    one = only(typed(ISSUED, {RATE: Decimal(95), TOTAL: Decimal("98.97")}))
    assert (one.finding.rule, one.finding.severity.value) == ("ISS-6", "info")
    assert f"{RATE}、{TOTAL}" in one.finding.message


def test_a_formula_cleared() -> None:
    assert rules(typed(ISSUED, {TOTAL: None})) == [("ISS-6", "info")]


def test_a_total_typed_without_its_parts_is_kept() -> None:
    form = evaluation()
    for source in ("current_appropriation", "carry_over", "other_funds"):
        getattr(form.funds, source).initial_budget = None
    form.funds.annual_total.initial_budget = None
    workbook = issued(form)
    cell = place(workbook, "funds.annual_total.initial_budget")
    one = only(typed(workbook, {cell: Decimal(100)}))
    assert "复算按所填合计进行" in one.finding.message


def _formula(cell: str) -> bytes:
    reading = read_workbook_form(ISSUED)
    written = reading.content.sheets[reading.places.sheet].cells[position(cell)].written_formula
    assert written is not None
    xml = reading.content.package.read(reading.content.refs[reading.places.sheet].part)
    end = written.close
    return xml[written.start : end]


def test_a_formula_changed() -> None:
    old = _formula(TOTAL)
    one = only(with_sheet_xml(ISSUED, old, b"<f>98.97"))
    assert (one.finding.rule, one.finding.severity.value) == ("ISS-7", "warning")
    assert one.cell == TOTAL and one.finding.entered == "=98.97"


def test_a_formula_that_shows_something_else() -> None:
    def edit(_: object, sheet: object) -> None:
        sheet[TOTAL] = "=100"  # type: ignore[index]

    one = only(edited(ISSUED, edit))
    assert (one.finding.rule, one.finding.severity.value) == ("ISS-7", "error")
    assert "按原公式应为 98.97" in one.finding.message


def test_another_spelling_of_a_formula_is_nothing() -> None:
    old = _formula(TOTAL)
    assert (
        found(with_sheet_xml(ISSUED, old, old.replace(b",", b", ").replace(b"SUM", b"sum"))) == []
    )


def test_helper_columns_overwritten() -> None:
    reading = read_workbook_form(ISSUED)
    column = max(reading.places.helpers.values())
    cell = address(reading.places.rows[2], column)
    one = only(typed(ISSUED, {cell: Decimal(15)}))
    assert (one.finding.rule, one.finding.severity.value, one.cell) == ("ISS-7", "warning", cell)


def test_hidden_lists_changed() -> None:
    reading = read_workbook_form(ISSUED)
    area = reading.content.parts.defined_names["jx_list_units"]
    cell = area.partition("!")[2].partition(":")[0].replace("$", "")
    one = only(typed(ISSUED, {cell: "||天|"}, HIDDEN))
    assert (one.finding.rule, one.finding.severity.value) == ("ISS-8", "warning")
    assert "计量单位" in one.finding.message


def test_rows_inserted_after_taking_protection_off() -> None:
    def insert(book: object, sheet: object) -> None:
        sheet.insert_rows(1)  # type: ignore[attr-defined]
        sheet.merged_cells.ranges = set()  # type: ignore[attr-defined]
        move_names(book, down=1)
        sheet.protection.sheet = False  # type: ignore[attr-defined]

    kinds = rules(edited(ISSUED, insert))
    assert ("ISS-9", "warning") in kinds and ("ISS-11", "info") in kinds
    assert {rule for rule, _ in kinds} <= {"ISS-9", "ISS-11", "ISS-3"}
