"""复核报告.xlsx: every file of a batch in it once, and nothing in it but texts and numbers."""

import io
import zipfile
from datetime import datetime

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.batch.outcome import Outcome
from generator.batch.report import book_sheets
from generator.batch.report.gathered import Gathered
from generator.batch.report.review_book import write_review_book

from .outcomes import ERROR, INFO, WARNING, hostile, outcome, rejected

MOMENT = datetime(2026, 11, 20, 14, 3)
SHEETS = ["汇总", "问题清单", "未读取", "统计"]


def saved(*outcomes: Outcome) -> bytes:
    buffer = io.BytesIO()
    with Gathered.of(outcomes) as gathered:
        write_review_book(gathered, buffer, MOMENT)
    return buffer.getvalue()


def book(*outcomes: Outcome) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(saved(*outcomes)))


def rows(drawn: Worksheet) -> list[dict[str, object]]:
    """Return the rows of a table by their titles."""
    titles, *others = drawn.values
    return [dict(zip(map(str, titles), row, strict=True)) for row in others]


def test_every_file_stands_in_it_once_in_the_order_given() -> None:
    made = book(outcome("乙", WARNING), rejected("坏"), outcome("甲", ERROR), outcome("丙"))
    assert made.sheetnames == SHEETS
    forms = [(row["文件"], row["状态"]) for row in rows(made["汇总"])]
    assert forms == [("乙", "请核实"), ("甲", "需退回修改"), ("丙", "未发现问题")]
    assert [row["文件"] for row in rows(made["未读取"])] == ["坏"]


def test_a_form_in_one_row() -> None:
    (row,) = rows(book(outcome("甲", INFO, ERROR, WARNING))["汇总"])
    assert (row["填报执行率"], row["复算执行率"]) == (93.65, 72.47)
    assert (row["填报总分"], row["复算总分"], row["按规则总分"]) == (97.95, 95.84, 94)
    assert (row["填报等级"], row["复算等级"]) == ("良", "优")
    assert (row["错误数"], row["疑点数"], row["提示数"]) == (1, 1, 1)
    assert row["最主要问题"] == "执行率填写为 93.65，应为 72.47。"


def test_a_ratio_is_shown_in_percent() -> None:
    (row,) = rows(book(outcome("深", layout="sz-eval-2021", rate="0.87"))["汇总"])
    assert row["复算执行率"] == 87


def test_a_target_form_has_no_figures() -> None:
    (row,) = rows(book(Outcome("申报.xlsx", layout="sh-decl-2024", findings=(INFO,)))["汇总"])
    assert row["填报总分"] is None
    assert row["复算等级"] is None


def test_a_finding_in_one_row() -> None:
    row, last = rows(book(outcome("甲", INFO, ERROR))["问题清单"])
    assert (row["文件"], row["严重程度"], row["规则"]) == ("甲", "错误", "FND-3")
    assert (row["单元格"], row["填写值"], row["应为"]) == ("G9", "93.65", "72.47")
    assert (last["严重程度"], last["单元格"]) == ("提示", "整张表")


def test_filters_headers_and_print() -> None:
    made = book(outcome("甲", ERROR), outcome("乙"))
    forms = made["汇总"]
    assert (forms.auto_filter.ref, forms.freeze_panes) == ("A1:R3", "C2")
    assert (forms.page_setup.orientation, forms.page_setup.paperSize) == ("landscape", 9)
    assert forms.sheet_properties.pageSetUpPr.fitToPage
    assert forms.page_setup.fitToHeight == 0
    assert forms.print_title_rows == "$1:$1"


def test_the_counts_and_their_charts() -> None:
    drawn = book(outcome("甲", ERROR, ERROR), outcome("乙", WARNING), rejected("坏"))["统计"]
    counted = {row[0]: row[1] for row in drawn.values}
    assert (counted["收到文件"], counted["需退回修改"], counted["未能读取"]) == (3, 1, 1)
    assert (counted["错误（条）"], counted["良"]) == (2, 2)
    assert len(drawn._charts) == 4


def test_an_empty_batch_gives_an_empty_book() -> None:
    made = book()
    assert made.sheetnames == SHEETS
    assert all(len(list(made[name].values)) == 1 for name in SHEETS[:3])


def test_hostile_texts_stay_texts() -> None:
    made = book(hostile(), rejected("=1+1"))
    for name in SHEETS[:3]:
        values = [cell for row in made[name] for cell in row if cell.value is not None]
        assert {cell.data_type for cell in values} <= {"s", "n"}
        assert all(cell.data_type == "s" for cell in values if str(cell.value)[0] in "=+@<")


def test_a_full_sheet_goes_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book_sheets, "ROWS", 2)
    made = book(outcome("甲", ERROR, WARNING, INFO, ERROR, INFO))
    names = ["问题清单", "问题清单 (2)", "问题清单 (3)"]
    assert made.sheetnames == ["汇总", *names, "未读取", "统计"]
    assert [len(rows(made[name])) for name in names] == [2, 2, 1]


def test_the_same_batch_gives_the_same_bytes() -> None:
    assert saved(outcome("甲", ERROR)) == saved(outcome("甲", ERROR))
    with zipfile.ZipFile(io.BytesIO(saved())) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2026, 11, 20, 14, 3, 0)}
