"""退回修改: what a person reads in the copy that comes back."""

import io

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from generator.batch.outcome import Outcome
from generator.batch.report.return_copy import return_copy
from generator.batch.report.wording import wording
from generator.forms.findings import Severity
from generator.workbook.package import Package

from . import packages
from .outcomes import ERROR, INFO, SHEET, WARNING, hostile, located, outcome

HEADER = 5


def opinion(answer: Outcome) -> Worksheet:
    book = openpyxl.load_workbook(io.BytesIO(return_copy(packages.plain(), answer)))
    return book["复核意见"]


def column(drawn: Worksheet, title: str) -> list[object]:
    """Return what stands below a title."""
    at = next(cell.column for cell in drawn[HEADER] if cell.value == title)
    return [drawn.cell(row, at).value for row in range(HEADER + 1, drawn.max_row + 1)]


def test_the_top_says_whose_form_what_and_what_to_do() -> None:
    drawn = opinion(outcome("甲", ERROR, WARNING, INFO))
    assert drawn["A1"].value == "绩效表复核意见"
    assert "项目甲" in str(drawn["A2"].value)
    assert "错误 1 条，疑点 1 条，提示 1 条" in str(drawn["A3"].value)
    assert "请逐条更正" in str(drawn["A4"].value)


def test_errors_come_first() -> None:
    drawn = opinion(outcome("甲", INFO, WARNING, ERROR))
    assert column(drawn, "严重程度") == ["错误", "疑点", "提示"]
    assert column(drawn, "序号") == ["1", "2", "3"]


def test_a_finding_in_full() -> None:
    drawn = opinion(outcome("甲", ERROR))
    row = [cell.value for cell in drawn[HEADER + 1]]
    assert row == [
        *("1", "错误", "G9", "执行率填写为 93.65，应为 72.47。", "93.65", "72.47"),
        *("误用了年初预算数", "FND-3", "财预〔2020〕10号"),
    ]
    assert drawn.cell(HEADER + 1, 3).hyperlink.location == f"'{SHEET}'!G9"


def test_places_one_cannot_jump_to() -> None:
    hidden = located(Severity.ERROR, sheet="_hidden", cell="B2")
    drawn = opinion(outcome("甲", hidden, INFO))
    assert column(drawn, "位置") == [wording().hidden_place, wording().whole_form]
    assert not drawn._hyperlinks


def test_a_form_without_findings_is_thanked() -> None:
    drawn = opinion(outcome("甲"))
    assert drawn["A3"].value == wording().return_copy.clear
    assert drawn["A4"].value == "序号"


def test_hostile_texts_stay_texts_of_bearable_length() -> None:
    drawn = opinion(hostile())
    values = [cell for row in drawn for cell in row if cell.value is not None]
    assert {cell.data_type for cell in values} == {"s"}
    assert max(len(str(cell.value)) for cell in values) < wording().longest + 50
    assert any("全文共 40,000 字" in str(cell.value) for cell in values)


def test_the_package_given_stays_as_it_was() -> None:
    original = packages.plain()
    package = Package.open(original)
    made = return_copy(package, outcome("甲", ERROR))
    assert package.to_bytes() == original
    assert made == return_copy(original, outcome("甲", ERROR))


def test_entries_stay_byte_for_byte() -> None:
    before = packages.members(packages.plain())
    after = packages.members(return_copy(packages.plain(), outcome("甲", ERROR)))
    assert all(before[name] == after[name] for name in before if "worksheets" in name)
