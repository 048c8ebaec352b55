"""Where carried indicators go, which keys a carried form has, and what it leaves open."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.forms.models import SelfEvaluationForm, to_json
from generator.workbook.carry import carry, in_unit
from generator.workbook.layout import load_layout
from generator.workbook.reader import read_workbook_form
from generator.workbook.writer import write_form
from tests.carry.forms import declared, target_form, with_level1_costs

COST, OUTPUT, BENEFIT = "成本指标", "产出指标", "效益指标"
SATISFACTION, RECIPIENTS = "满意度指标", "服务对象满意度指标"

NATIONAL, SHENZHEN = load_layout("cn-eval-2020"), load_layout("sz-eval-2021")
CENTS = st.integers(0, 10**12 - 1).map(lambda cents: Decimal(cents).scaleb(-2))
"""Amounts up to ten thousand million, with cents, in either unit."""


def places(form: SelfEvaluationForm) -> list[tuple[str | None, str | None, str | None]]:
    return [(row.level1, row.level2, row.name) for row in form.indicators]


def test_costs_go_behind_the_other_outputs() -> None:
    form = target_form(
        (COST, "经济成本指标", "单价"),
        (COST, "社会成本指标", "投诉"),
        (OUTPUT, "数量指标", "份数"),
        (BENEFIT, "社会效益指标", "知晓率"),
    )
    assert places(carry(form, NATIONAL)) == [
        (OUTPUT, "数量指标", "份数"),
        (OUTPUT, COST, "单价"),
        (OUTPUT, COST, "投诉"),
        (BENEFIT, "社会效益指标", "知晓率"),
    ]


def test_costs_join_the_costs_already_among_the_outputs() -> None:
    form = target_form(
        (COST, None, "单价"),
        (OUTPUT, COST, "总价"),
        (OUTPUT, "时效指标", "及时率"),
    )
    assert places(carry(form, NATIONAL)) == [
        (OUTPUT, COST, "总价"),
        (OUTPUT, COST, "单价"),
        (OUTPUT, "时效指标", "及时率"),
    ]


def test_without_outputs_costs_stand_where_outputs_would() -> None:
    form = target_form((BENEFIT, "社会效益指标", "知晓率"), (COST, "经济成本指标", "单价"))
    assert places(carry(form, NATIONAL))[0] == (OUTPUT, COST, "单价")


def test_costs_among_outputs_become_a_level_of_their_own() -> None:
    form = target_form(
        (OUTPUT, "数量指标", "份数"),
        (OUTPUT, COST, "单价"),
        (OUTPUT, "时效指标", "及时率"),
    )
    assert places(carry(form, with_level1_costs())) == [
        (COST, "经济成本指标", "单价"),
        (OUTPUT, "数量指标", "份数"),
        (OUTPUT, "时效指标", "及时率"),
    ]


def test_level1_costs_stay_as_they_are_where_the_layout_has_them() -> None:
    rows = ((COST, "社会成本指标", "投诉"), (OUTPUT, "数量指标", "份数"))
    assert places(carry(target_form(*rows), with_level1_costs())) == list(rows)


def test_level2_is_left_out_where_none_is_printed_and_filled_in_where_one_is() -> None:
    printed = target_form((SATISFACTION, RECIPIENTS, "满意率"))
    assert places(carry(printed, SHENZHEN)) == [(SATISFACTION, None, "满意率")]
    blank = target_form((SATISFACTION, None, "满意率"))
    assert places(carry(blank, NATIONAL)) == [(SATISFACTION, RECIPIENTS, "满意率")]


def test_a_level2_that_could_be_several_is_not_guessed() -> None:
    assert places(carry(target_form((OUTPUT, None, "份数")), NATIONAL)) == [(OUTPUT, None, "份数")]


def test_weights_come_along_only_where_there_are_any() -> None:
    form = target_form((OUTPUT, "数量指标", "份数"), layout="cn-decl-2021")
    form.indicators[0].weight = Decimal("12.5")
    assert carry(form, NATIONAL).indicators[0].weight == Decimal("12.5")
    assert carry(target_form((OUTPUT, "数量指标", "份数")), NATIONAL).indicators[0].weight is None


def test_what_only_the_year_end_tells_stays_open() -> None:
    carried = carry(declared("sh-decl-2024", Decimal(5000)), NATIONAL)
    total = carried.funds.annual_total
    assert (carried.actual_result, carried.total_score, carried.rating) == (None, None, None)
    assert (total.adjusted_budget, total.actual_expenditure, total.score) == (None, None, None)
    data = to_json(carry(target_form((OUTPUT, "数量指标", "份数")), NATIONAL))
    row = data["indicators"][0]
    assert (row["actual"], row["score"], row["deviation_analysis"]) == (None, None, None)


def test_the_project_amount_is_a_key_only_where_it_is_printed() -> None:
    form = target_form(funds={"total_funds": Decimal("7020000")})
    assert to_json(carry(form, SHENZHEN))["project_amount"] == "7020000"
    assert "project_amount" not in to_json(carry(form, NATIONAL))


def test_the_title_is_the_layouts_and_the_goal_the_years() -> None:
    form = target_form(title="目标申报表", annual_goal="办理 600 万人次。", overall_goal="三年目标")
    carried = carry(form, load_layout("sh-eval-2023"))
    assert carried.title == "财政项目支出绩效自评表"
    assert carried.expected_goal == "办理 600 万人次。"


def test_a_total_given_without_its_parts_is_carried() -> None:
    form = target_form(funds={"annual_request": Decimal("68941")})
    assert carry(form, NATIONAL).funds.annual_total.initial_budget == Decimal("6.8941")


def test_a_layout_of_target_forms_is_refused() -> None:
    with pytest.raises(ValueError, match="cn-decl-2021"):
        carry(target_form(), load_layout("cn-decl-2021"))


@given(CENTS)
def test_yuan_become_ten_thousands_exactly(request: Decimal) -> None:
    carried = carry(declared("sh-decl-2024", request), NATIONAL)
    assert carried.funds.annual_total.initial_budget == request / 10_000


@given(CENTS)
def test_ten_thousands_become_yuan_exactly(request: Decimal) -> None:
    carried = carry(declared("cn-decl-2021", request), SHENZHEN)
    assert carried.funds.annual_total.initial_budget == request * 10_000


@given(CENTS)
def test_there_and_back_is_the_same_amount(amount: Decimal) -> None:
    assert in_unit(in_unit(amount, "元", "万元"), "万元", "元") == amount
    assert in_unit(in_unit(amount, "万元", "元"), "元", "万元") == amount


def test_a_converted_amount_survives_the_workbook() -> None:
    carried = carry(declared("sh-decl-2024", Decimal("1094910000.01")), NATIONAL)
    back = read_workbook_form(write_form(carried)).form
    assert isinstance(back, SelfEvaluationForm)
    assert back.funds.annual_total.initial_budget == Decimal("109491.000001")
