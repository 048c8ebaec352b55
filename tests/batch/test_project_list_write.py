"""Writing a project list: the empty one to fill in, and one filled from forms and read back."""

import io
import json
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator.batch.project_list import ProjectList, read_project_list, write_project_list
from generator.batch.project_list.columns import INDICATORS, PROJECTS
from generator.batch.project_list.problems import example, prompt, words
from generator.forms.models import (
    EvaluatedIndicator,
    EvaluationFunds,
    Form,
    FundRow,
    FundTotal,
    Indicator,
    SelfEvaluationForm,
    TargetForm,
    TargetFunds,
    from_json,
    to_json,
)
from generator.resources import samples
from generator.workbook.layout import all_layouts
from generator.workbook.package import Package
from generator.workbook.reader import read_workbook_form
from generator.workbook.writer import write_form

TARGET_FORM = TargetForm(
    layout="sh-decl-2026",
    fiscal_year=2026,
    project_name="道路养护",
    department="市交通局",
    unit="市公路中心",
    money_unit="万元",
    project_nature="经常性项目",
    project_category="特定目标类",
    planned_start="2026-01-01",
    planned_end="2026-12-31",
    funds=TargetFunds(
        total_funds=Decimal("3000"),
        current_appropriation=Decimal("1000.1234"),
        carry_over=Decimal(0),
        annual_other_funds=Decimal("12.5"),
    ),
    overall_goal="路网完好。",
    annual_goal="=养护 30 公里\n_x0041_ <&>",
    indicators=[
        Indicator(level1="产出指标", level2="数量指标", name="养护里程", target="=30公里"),
        Indicator(level1="满意度指标", level2="服务对象满意度指标", name="满意度", target="-5"),
    ],
)

EVALUATION = SelfEvaluationForm(
    layout="sz-eval-2021",
    fiscal_year=2026,
    project_name="道路养护",
    department="市交通局",
    money_unit="元",
    project_amount=Decimal("90000"),
    funds=EvaluationFunds(
        annual_total=FundTotal(initial_budget=Decimal(30)),
        current_appropriation=FundRow(initial_budget=Decimal(10), adjusted_budget=Decimal(11)),
        carry_over=FundRow(initial_budget=Decimal(20)),
    ),
    expected_goal="养护 30 公里。",
    actual_result="已完成。",
    indicators=[
        EvaluatedIndicator(
            level1="满意度指标", name="满意度", target="≥95%", weight=Decimal("20.0"), actual="96%"
        )
    ],
)


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def read_back(forms: list[Form]) -> list[Form]:
    read = read_project_list(write_project_list(forms))
    assert isinstance(read, ProjectList), "\n".join(map(str, read))
    return read.forms()


def headings(sheet: Worksheet) -> list[str]:
    return [cell.value for cell in sheet[1]]


def as_listed(form: Form) -> Form:
    """Return a form without what a project list does not hold."""
    bare = form.model_copy(deep=True)
    bare.title = None
    if isinstance(bare, SelfEvaluationForm):
        bare.actual_result = bare.total_weight = bare.total_score = bare.rating = None
        rows = ("current_appropriation", "carry_over", "other_funds")
        budgets = {row: getattr(bare.funds, row).initial_budget for row in rows}
        bare.funds = EvaluationFunds(
            **{row: FundRow(initial_budget=budget) for row, budget in budgets.items()}
        )
        for indicator in bare.indicators:
            indicator.actual = indicator.score = indicator.deviation_analysis = None
    else:
        bare.funds.annual_request = bare.funds.fiscal_funds = bare.funds.other_funds = None
    return bare


EMPTY = write_project_list()


def test_the_columns_of_the_contract() -> None:
    book = opened(EMPTY)
    assert book.sheetnames == ["项目", "指标", "说明", "列表"]
    assert " ".join(headings(book["项目"])) == (
        "项目名称* 主管部门* 实施单位 年度* 表式* 项目性质 项目类别 计划开始日期 计划完成日期 "
        "项目金额 资金单位 当年财政拨款 上年结转资金 其他资金 项目总目标 年度总体目标"
    )
    assert headings(book["指标"]) == [
        *("项目名称*", "一级指标*", "二级指标", "三级指标*", "年度指标值", "分值"),
    ]


def test_every_column_is_explained_and_every_text_fits() -> None:
    for spec in (PROJECTS, INDICATORS):
        for column in spec.known:
            assert 0 < len(prompt(spec, column)) <= 255
            assert column in spec.qualifiers or example(column)
    named = {column.heading for spec in (PROJECTS, INDICATORS) for column in spec.columns}
    assert named == set(words()["columns"])
    assert all(len(text) <= 225 for text in words()["errors"].values())


def test_the_explanations_stand_at_headings_and_cells() -> None:
    sheet = opened(EMPTY)["项目"]
    areas = {str(each.sqref): each for each in sheet.data_validations.dataValidation}
    assert "C1" in areas
    assert areas["E1"].prompt == areas["E2:E2001"].prompt == prompt(PROJECTS, PROJECTS.columns[4])


def test_dropdowns_are_ranges_of_the_hidden_sheet() -> None:
    book = opened(EMPTY)
    assert book["列表"].sheet_state == "veryHidden"
    for sheet in (book["项目"], book["指标"]):
        for each in sheet.data_validations.dataValidation:
            assert each.type != "list" or each.formula1.removeprefix("=") in book.defined_names
    layouts = [cell.value for cell in book["列表"]["A"] if cell.value]
    assert layouts == [each.name for each in all_layouts()] + [each.id for each in all_layouts()]


def test_blank_cells_take_text_as_text() -> None:
    sheet = opened(EMPTY)["指标"]
    assert sheet.column_dimensions["E"].number_format == "@"
    assert opened(EMPTY)["项目"].column_dimensions["H"].number_format == "yyyy\\-mm\\-dd"


def test_print_set_up() -> None:
    for name in ("项目", "指标", "说明"):
        setup = opened(EMPTY)[name].page_setup
        assert (setup.paperSize, setup.orientation, setup.fitToHeight) == (9, "landscape", 0)
    assert opened(EMPTY)["项目"].freeze_panes == "B2"


def test_the_empty_list_says_what_is_missing() -> None:
    read = read_project_list(EMPTY)
    assert isinstance(read, list)
    assert [each.code for each in read] == ["LIST-EMPTY"]


def test_nothing_written_is_a_formula() -> None:
    package = Package.open(write_project_list([TARGET_FORM]))
    assert not any(b"<f>" in package.read(name) for name in package.names if "sheets/" in name)


def test_forms_come_back() -> None:
    assert read_back([TARGET_FORM]) == [as_listed(TARGET_FORM)]
    assert read_back([EVALUATION]) == [as_listed(EVALUATION)]


def test_every_field_of_the_layout_is_there_and_none_that_is_not_its_own() -> None:
    (form,) = read_back([EVALUATION.model_copy(update={"layout": "sh-eval-2023"})])
    data = to_json(form)
    assert data["actual_result"] is data["funds"]["annual_total"]["score"] is None
    assert data["indicators"][0]["level2"] is data["indicators"][0]["actual"] is None
    assert "project_amount" not in data


def test_every_blank_can_be_issued() -> None:
    for form in read_back([TARGET_FORM, EVALUATION]):
        assert read_workbook_form(write_form(form)).form.project_name == "道路养护"


def test_the_amount_of_a_self_evaluation_is_its_initial_total_where_it_has_no_other() -> None:
    form = EVALUATION.model_copy(update={"project_amount": None})
    assert opened(write_project_list([form]))["项目"]["J2"].value == 30


def test_a_level_the_form_does_not_print_may_be_listed() -> None:
    form = EVALUATION.model_copy(deep=True)
    form.indicators[0].level2 = "服务对象满意度指标"
    assert read_back([form]) == [as_listed(EVALUATION)]


def test_two_forms_of_one_project_share_its_indicators() -> None:
    evaluation = SelfEvaluationForm(
        layout="cn-eval-2020",
        fiscal_year=2026,
        project_name="道路养护",
        department="市交通局",
        money_unit="万元",
        indicators=[EvaluatedIndicator(**each.model_dump()) for each in TARGET_FORM.indicators],
    )
    sheet = opened(write_project_list([TARGET_FORM, evaluation]))["指标"]
    assert (sheet.max_row, sheet.max_column) == (3, 6)
    assert read_back([TARGET_FORM, evaluation]) == [as_listed(TARGET_FORM), evaluation]


@pytest.mark.parametrize(
    ("change", "columns"),
    [
        ({"fiscal_year": 2025}, ["年度"]),
        ({"unit": "县公路站"}, ["年度", "实施单位"]),
        ({"layout": "sh-decl-2024"}, ["年度", "实施单位", "表式"]),
    ],
)
def test_projects_of_one_name_are_told_apart(change: dict[str, object], columns: list[str]) -> None:
    other = TARGET_FORM.model_copy(deep=True, update=change)
    other.indicators = other.indicators[:1]
    sheet = opened(write_project_list([TARGET_FORM, other]))["指标"]
    assert headings(sheet)[6:] == columns
    assert read_back([TARGET_FORM, other]) == [as_listed(TARGET_FORM), as_listed(other)]


def test_a_weight_is_given_only_where_the_form_has_one() -> None:
    form = TARGET_FORM.model_copy(deep=True)
    form.indicators[0].weight = Decimal(15)
    (without,) = read_back([form])
    assert without.indicators[0].weight is None
    (with_weight,) = read_back([form.model_copy(update={"layout": "cn-decl-2021"})])
    assert with_weight.indicators[0].weight == 15


@pytest.mark.skipif(not samples("forms").is_dir(), reason="no sample forms here")
def test_the_real_projects_come_back() -> None:
    paths = sorted(samples("forms").glob("*.json"))
    forms = [from_json(json.loads(path.read_text("utf-8"))) for path in paths]
    for back, form in zip(read_back(forms), forms, strict=True):
        assert back == as_listed(form)
