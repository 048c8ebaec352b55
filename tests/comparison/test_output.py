"""The comparison as JSON, as rows for the screen and as a workbook."""

import io
import json
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from generator.batch.compare import (
    Comparison,
    FiledForm,
    compare_all,
    comparison_book,
    comparison_headings,
    comparison_rows,
    comparison_to_json,
)
from generator.forms.comparison import Kind

from .forms import evaluation, money, reached, row, targets


@pytest.fixture
def comparison() -> Comparison:
    now = targets(
        row("=HYPERLINK(1)", "=100%"),
        row("微信推文发布数", "≥150(条/年)"),
        row("档案丢失率", "=0%"),
    )
    before = evaluation(
        reached("年度微信推文发布数", ">200(条)", "175(条)"), reached("档案丢失率", "=0%", "0")
    )
    money(now, "annual_request", "9685915.00")
    money(before, "initial_budget", "919.41")
    other = evaluation(project_name="服装费")
    return compare_all(
        [FiledForm("甲.xlsx", now), FiledForm("乙.xlsx", targets(project_name="差旅费"))],
        [FiledForm("丙.xlsx", other), FiledForm("丁.xlsx", before)],
    )


def opened(comparison: Comparison) -> Workbook:
    return load_workbook(io.BytesIO(comparison_book(comparison)))


def test_json_has_an_object_for_every_pair_and_every_form_left_over(comparison: Comparison) -> None:
    pair, only_current, only_earlier = comparison_to_json(comparison)
    assert (pair["current"]["file"], pair["earlier"]["file"]) == ("甲.xlsx", "丁.xlsx")
    assert pair["relation"] == "later_year"
    assert (only_current["current"]["file"], only_current["earlier"]) == ("乙.xlsx", None)
    assert (only_earlier["current"], only_earlier["earlier"]["file"]) == (None, "丙.xlsx")
    assert json.loads(json.dumps([pair, only_current, only_earlier])) is not None


def test_json_tells_money_indicators_and_findings(comparison: Comparison) -> None:
    pair: dict[str, Any] = comparison_to_json(comparison)[0]
    assert pair["money"][0]["earlier"] == "9194100"
    assert pair["money"][0]["difference"] == "491815.00"
    assert pair["money"][0]["percent"] == "5.35"
    looser = pair["indicators"][1]
    assert (looser["kind"], looser["renamed"], looser["unit_changed"]) == ("looser", True, True)
    assert looser["earlier"]["target"] == ">200(条)"
    assert looser["now"] == {
        "index": 1,
        "level1": "产出指标",
        "level2": "质量指标",
        "name": "微信推文发布数",
        "target": "≥150(条/年)",
    }
    assert (looser["achieved"], looser["looser_than_achieved"]) == ("175(条)", True)
    assert pair["findings"][0]["rule"] == "CMP-3"
    assert pair["findings"][0]["field"] == "indicators[1].target"


def test_the_screen_shows_what_did_not_stay_as_it_was(comparison: Comparison) -> None:
    rows = comparison_rows(comparison)
    assert all(len(each) == len(comparison_headings()) for each in rows)
    assert [each[1:3] for each in rows] == [("=HYPERLINK(1)", "新增"), ("微信推文发布数", "放宽")]


def test_the_book_has_three_sheets_ready_to_filter_and_print(comparison: Comparison) -> None:
    book = opened(comparison)
    assert book.sheetnames == ["项目对照", "指标对照", "问题"]
    for sheet in book.worksheets:
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.freeze_panes is not None
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.print_title_rows == "$1:$1"


def test_the_book_holds_texts_and_numbers_and_no_formula(comparison: Comparison) -> None:
    book = opened(comparison)
    cells = [cell for sheet in book.worksheets for each in sheet.iter_rows() for cell in each]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert "=HYPERLINK(1)" in {cell.value for cell in cells}
    assert "=100%" in {cell.value for cell in cells}


def test_the_projects_sheet_has_money_and_counts(comparison: Comparison) -> None:
    sheet = opened(comparison)["项目对照"]
    titles = [cell.value for cell in sheet[1]]
    pair = dict(zip(titles, [cell.value for cell in sheet[2]], strict=True))
    assert pair["原年初预算（申请）（元）"] == 9194100
    assert pair["比原年初预算增减（元）"] == 491815
    assert pair["指标变化（项数）"] == "未变 1；放宽 1；新增 1"
    assert pair["问题（条数）"] == "疑点 1"
    assert [each[2].value for each in sheet.iter_rows(min_row=3)] == ["无可对照的表", "仅对照方有"]


def test_what_cannot_stand_in_a_cell_does_not_stop_the_book() -> None:
    odd = targets(row("\x01坏\x0b字" * 3000, "≥95%"))
    book = opened(compare_all([FiledForm("甲.xlsx", odd)], [FiledForm("乙.xlsx", odd)]))
    assert str(book["指标对照"]["C2"].value).startswith("�坏")


def test_nothing_compared_is_a_book_with_empty_sheets() -> None:
    nothing = compare_all([], [])
    assert comparison_to_json(nothing) == []
    assert [sheet.max_row for sheet in opened(nothing).worksheets] == [1, 1, 1]


def test_a_unit_of_money_that_is_not_printed_is_the_layouts() -> None:
    now, before = targets(money_unit=None), evaluation()
    money(now, "annual_request", "100")
    money(before, "initial_budget", "0.01")
    (pair,) = compare_all([FiledForm("甲", now)], [FiledForm("乙", before)]).pairs
    assert pair.result.money[0].difference == 0
    assert pair.result.count(Kind.KEPT) == 0
