"""Reading a project list: what people write in many ways, and everything that is wrong at once."""

import io
import re
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from generator.batch.project_list import ListProblem, ProjectList, read_project_list
from generator.batch.project_list.columns import Kind
from generator.batch.project_list.entries import parse
from generator.batch.project_list.problems import words
from generator.forms.models import SelfEvaluationForm
from generator.workbook.layout import load_layout
from generator.workbook.package import Package
from generator.workbook.rejection import Rejected

PROJECTS = """
| 项目名称* | 主管部门* | 年度* | 表式*        | 当年财政拨款 | 资金单位 |
| 道路养护  | 市交通局  | 2026  | sh-decl-2026 | 100          | 元       |
"""
INDICATORS = """
| 项目名称* | 一级指标* | 二级指标 | 三级指标* | 年度指标值 | 分值 |
| 道路养护  | 产出指标  | 数量指标 | 养护里程  | ≥30公里    |      |
"""


def table(sheet: Worksheet, text: str) -> None:
    """Write a table in Markdown into a sheet, every cell as text."""
    for row, line in enumerate(text.strip().splitlines(), 1):
        for column, entry in enumerate(line.strip().strip("|").split("|"), 1):
            if entry.strip():
                cell = sheet.cell(row, column)
                cell.value, cell.data_type = entry.strip(), "s"


def book(projects: str = PROJECTS, indicators: str = INDICATORS) -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    table(made.create_sheet("项目"), projects)
    table(made.create_sheet("指标"), indicators)
    return made


def saved(made: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def listed(projects: str = PROJECTS, indicators: str = INDICATORS) -> ProjectList:
    return good(saved(book(projects, indicators)))


def good(data: bytes) -> ProjectList:
    read = read_project_list(data)
    assert isinstance(read, ProjectList), "\n".join(map(str, read))
    return read


def problems(projects: str = PROJECTS, indicators: str = INDICATORS) -> list[ListProblem]:
    read = read_project_list(saved(book(projects, indicators)))
    assert isinstance(read, list)
    return read


def with_cell(address: str, value: object, sheet: str = "项目") -> openpyxl.Workbook:
    made = book()
    made[sheet][address] = value
    return made


def test_a_plain_list() -> None:
    read = listed()
    (project,), (indicator,) = read.projects, read.indicators
    assert (project.row, project.project_name, project.department) == (2, "道路养护", "市交通局")
    assert (project.fiscal_year, project.layout.id) == (2026, "sh-decl-2026")
    assert (project.current_appropriation, project.money_unit) == (Decimal(100), "元")
    assert (indicator.level1, indicator.level2) == ("产出指标", "数量指标")
    assert (indicator.name, indicator.target, indicator.weight) == ("养护里程", "≥30公里", None)


def test_columns_may_stand_anywhere_under_a_title() -> None:
    read = listed(
        """
        | 二〇二六年项目清单 |
        |
        | 备注 | 年 度＊ | 表式 | 项目名称 * | 主管部门 |
        | 急   | 2026年度 | 财政项目支出绩效目标申报表(上海,2026年) | 道路养护 | 市交通局 |
        """
    )
    assert read.projects[0].row == 4
    assert read.projects[0].layout.id == "sh-decl-2026"
    assert read.projects[0].fiscal_year == 2026


def test_blank_rows_are_passed_over_and_names_trimmed() -> None:
    made = book()
    made["项目"].insert_rows(2, amount=3)
    made["项目"]["A4"] = "  "
    made["项目"]["A5"] = " 道路养护\n"
    made["指标"]["A2"] = "\u3000道路养护"
    read = good(saved(made))
    assert [(each.row, each.project_name) for each in read.projects] == [(5, "道路养护")]
    assert read.indicators[0].project_name == "道路养护"


def test_a_merged_project_name_holds_for_all_its_rows() -> None:
    made = book()
    table(made["指标"], INDICATORS + "|          | 产出指标  | 质量指标 | 合格率    | ≥95% |")
    made["指标"].merge_cells("A2:A40")
    read = good(saved(made))
    assert [each.project_name for each in read.indicators] == ["道路养护", "道路养护"]


def test_cells_of_excel_are_read_as_they_show() -> None:
    made = book(PROJECTS.replace("资金单位", "计划开始日期").replace("| 元 ", "|    "))
    made["项目"]["C2"] = 2026
    made["项目"]["E2"] = 1922.94
    made["项目"]["F2"] = date(2026, 3, 1)
    made["指标"]["E2"] = 0.95
    made["指标"]["E2"].number_format = "0%"
    read = good(saved(made))
    assert read.projects[0].fiscal_year == 2026
    assert read.projects[0].current_appropriation == Decimal("1922.94")
    assert read.projects[0].planned_start == "2026-03-01"
    assert read.indicators[0].target == "95%"


def test_the_cached_value_of_a_formula_is_read() -> None:
    data = saved(with_cell("C2", "=2025+1"))
    package = Package.open(data)
    part = "xl/worksheets/sheet1.xml"
    package.replace(part, re.sub(rb"<v ?/>|<v></v>", b"<v>2026</v>", package.read(part)))
    assert good(package.to_bytes()).projects[0].fiscal_year == 2026


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.YEAR, "２０２６ 年", 2026),
        (Kind.YEAR, "2026年度", 2026),
        (Kind.DATE, "2026-01-01", "2026-01-01"),
        (Kind.DATE, "2026/1/1", "2026-01-01"),
        (Kind.DATE, "2026.1.1", "2026-01-01"),
        (Kind.DATE, "２０２６年１月１日", "2026-01-01"),
        (Kind.DATE, "20260101", "2026-01-01"),
        (Kind.DATE, "2026-01-01T00:00:00", "2026-01-01"),
        (Kind.AMOUNT, " 1,922.94 ", Decimal("1922.94")),
        (Kind.AMOUNT, "１００元", Decimal(100)),
        (Kind.AMOUNT, "0.333333333333333", Decimal("0.3333333333")),
        (Kind.AMOUNT, "—", None),
        (Kind.WEIGHT, "10分", Decimal(10)),
        (Kind.WEIGHT, "10%", Decimal(10)),
        (Kind.MONEY_UNIT, " 万 元", "万元"),
        (Kind.TEXT, " =100% ", " =100% "),
    ],
)
def test_what_people_write(kind: Kind, text: str, value: object) -> None:
    assert parse(kind, text) == value


@given(st.sampled_from(Kind), st.text(max_size=40) | st.from_regex(r"[0-9年月日.,%/-]{0,24}"))
def test_no_text_is_too_strange(kind: Kind, text: str) -> None:
    parse(kind, text)


REPLACED = [
    (
        "LIST-EMPTY",
        "项目",
        None,
        "| 道路养护  | 市交通局  | 2026  | sh-decl-2026 | 100          | 元 ",
        "|",
    ),
    ("LIST-COLUMN", "项目", None, "年度*", "期间"),
    ("LIST-COLUMN-NAME", "项目", "E", "当年财政拨款", "当年财政拨款（元）"),
    ("LIST-COLUMN-TWICE", "项目", "F", "资金单位", "年度"),
    ("LIST-REQUIRED", "项目", "B", "市交通局", ""),
    ("LIST-LENGTH", "项目", "B", "市交通局", "局" * 201),
    ("LIST-LAYOUT", "项目", "D", "sh-decl-2026", "sh-decl-2062"),
    ("LIST-YEAR", "项目", "C", "2026  ", "26年"),
    ("LIST-YEAR", "项目", "C", "2026  ", "1926"),
    ("LIST-AMOUNT", "项目", "E", "100 ", "一百"),
    ("LIST-AMOUNT", "项目", "E", "100 ", "-100"),
    ("LIST-AMOUNT-UNIT", "项目", "E", "100 ", "100 万 元"),
    ("LIST-MONEY-UNIT", "项目", "F", "| 元 ", "| 美元"),
    ("LIST-ORPHAN", "指标", "A", "道路养护  | 产出", "道路养户  | 产出"),
    ("LIST-REQUIRED", "指标", "D", "养护里程", ""),
    ("LIST-WEIGHT", "指标", "F", "≥30公里    |      ", "≥30公里    | 101  "),
]


@pytest.mark.parametrize(("code", "sheet", "column", "old", "new"), REPLACED)
def test_each_problem(code: str, sheet: str, column: str | None, old: str, new: str) -> None:
    found = problems(PROJECTS.replace(old, new), INDICATORS.replace(old, new))
    first = found[0]
    assert (first.code, first.place.sheet, first.place.column) == (code, sheet, column)
    assert str(first.place) in first.message


@pytest.mark.parametrize(
    ("code", "address", "value"),
    [("LIST-FORMULA", "C2", "=2025+1"), ("LIST-CELL-ERROR", "C2", "#REF!")],
)
def test_broken_formulas(code: str, address: str, value: str) -> None:
    read = read_project_list(saved(with_cell(address, value)))
    assert isinstance(read, list)
    assert [each.code for each in read] == [code]


def test_dates() -> None:
    heading = PROJECTS.replace("当年财政拨款", "计划开始日期").replace("资金单位", "计划完成日期")
    impossible = heading.replace("100 ", "2026-02-30").replace("| 元 ", "| 2026年底")
    assert [each.code for each in problems(impossible)] == ["LIST-DATE", "LIST-DATE"]
    swapped = heading.replace("100 ", "2026-12-31").replace("| 元 ", "| 2026-01-01")
    assert [each.code for each in problems(swapped)] == ["LIST-DATE-ORDER"]


def test_a_project_is_listed_once_for_each_form() -> None:
    twice = PROJECTS + "| 道路 养护 | 市交通局 | 2026 | sh-decl-2026 |"
    (found,) = problems(twice)
    assert (found.code, found.place.row) == ("LIST-DUPLICATE", 3)
    assert "第 2 行" in found.message
    assert len(listed(PROJECTS + "| 道路养护 | 市交通局 | 2026 | sh-eval-2023 |").projects) == 2


def test_a_list_may_be_issued_in_another_layout() -> None:
    both = PROJECTS.replace("| 元 ", "|    ") + "| 道路养护 | 市交通局 | 2026 | sh-eval-2023 |"
    (form,) = listed(both).in_layout(load_layout("cn-eval-2020")).forms()
    assert (form.layout, form.money_unit) == ("cn-eval-2020", "元")
    assert isinstance(form, SelfEvaluationForm)
    assert form.funds.current_appropriation.initial_budget == 100
    assert [each.name for each in form.indicators] == ["养护里程"]
    (own,) = listed(both).in_layout(load_layout("sh-eval-2023")).forms()
    assert (own.layout, own.money_unit) == ("sh-eval-2023", "万元")


def test_a_missing_sheet() -> None:
    made = book()
    made["指标"].title = "绩效"
    read = read_project_list(saved(made))
    assert isinstance(read, list)
    assert [each.code for each in read] == ["LIST-SHEET"]
    assert "项目、绩效" in read[0].message


def test_all_problems_come_at_once() -> None:
    found = problems(
        """
        | 项目名称* | 主管部门* | 年度* | 表式*    |
        | 道路养护  |           | 今年  | 申报表甲 |
        | 桥梁检测  | 市交通局  | 2026  | 财政项目支出绩效目标申报表（上海） |
        """,
        INDICATORS + "| 道路养护2 | 产出指标 |  |  |",
    )
    places = [(each.code, each.place.sheet, each.place.row) for each in found]
    assert places == [
        ("LIST-REQUIRED", "项目", 2),
        ("LIST-YEAR", "项目", 2),
        ("LIST-LAYOUT", "项目", 2),
        ("LIST-LAYOUT", "项目", 3),
        ("LIST-REQUIRED", "指标", 3),
        ("LIST-ORPHAN", "指标", 3),
    ]
    assert "最接近的是“财政项目支出绩效目标申报表（上海" in found[3].message
    assert "最接近的是“道路养护”" in found[5].message


def test_a_message_says_where_what_and_how_to_mend() -> None:
    (found,) = problems(PROJECTS.replace("| 2026 ", "| 26年 "))
    assert found.message == (
        "工作表“项目”第 2 行 C 列（年度）：“26年”不是年度；"
        "应为 1990 至 2100 之间的四位数年份，如 2026。请改为年份。"
    )


def test_every_problem_is_tested() -> None:
    tested = {code for code, *_ in REPLACED}
    elsewhere = {"SHEET", "FORMULA", "CELL-ERROR", "DATE", "DATE-ORDER", "DUPLICATE"}
    assert tested | {f"LIST-{name}" for name in elsewhere} == set(words()["problems"])


def test_foreign_texts_are_shown_short_and_printable() -> None:
    (found,) = problems(PROJECTS.replace("sh-decl-2026", "{0}表\u202e" + "长" * 150))
    assert "{0}表 长" in found.found
    assert "长" * 60 not in found.found


def test_what_is_no_workbook_is_rejected() -> None:
    for data in (b"", b"<html></html>", b"PK\x03\x04"):
        with pytest.raises(Rejected):
            read_project_list(data)
