"""STR-1 to STR-6."""

import pytest

from generator.forms.review import FormFacts
from tests.forms.forms import broken, evaluation, facts, found, only, row, rules, target


@pytest.mark.parametrize(
    ("field", "severity"),
    [
        ("project_name", "error"),
        ("department", "error"),
        ("unit", "warning"),
        ("fiscal_year", "warning"),
    ],
)
def test_str1_names_what_the_head_lacks(field: str, severity: str) -> None:
    finding = only("STR-1", found(broken(evaluation(), (field, None))))
    assert (finding.field, finding.severity.value) == (field, severity)


def test_str1_asks_for_the_goal() -> None:
    (finding,) = found(broken(evaluation(), ("expected_goal", None)))
    assert (finding.field, finding.severity.value) == ("expected_goal", "warning")
    form = broken(target(), ("annual_goal", None))
    assert found(form, "shanghai") == []  # it has an overall goal
    finding = only("STR-1", found(broken(form, ("overall_goal", None)), "shanghai"))
    assert finding.message == "没有填写年度总体目标。请补填年度总体目标。"


def test_str1_passes_a_field_the_layout_does_not_print() -> None:
    form = broken(evaluation(), ("fiscal_year", None))
    printed = facts(type(form)).printed - {"fiscal_year"}
    assert found(form, known=FormFacts(printed)) == []


def test_str2_wants_level_1_and_level_2() -> None:
    form = broken(evaluation(), ("indicators[1].level2", None))
    assert only("STR-2", found(form)).field == "indicators[1].level2"
    form = broken(target(), ("indicators[0].level1", None))
    assert only("STR-2", found(form, "shanghai")).severity.value == "error"


def test_str2_passes_a_level_2_the_layout_stands_for() -> None:
    form = broken(evaluation(), ("indicators[6].level2", None))
    known = FormFacts(
        facts(type(form)).printed, implied_level2={"满意度指标": "服务对象满意度指标"}
    )
    assert "STR-2" not in rules(found(form, known=known))


def test_str3_refuses_a_name_nobody_knows() -> None:
    form = broken(evaluation(), ("indicators[1].level2", "品质指标"))
    finding = only("STR-3", found(form))
    assert finding.severity.value == "error"
    assert "品质指标" in finding.message
    assert "质量指标" in finding.message


def test_str3_accepts_another_name_in_use() -> None:
    form = broken(evaluation(), ("indicators[5].level2", "可持续发展指标"))
    finding = only("STR-3", found(form))
    assert (finding.severity.value, finding.expected) == ("info", "可持续影响指标")


def test_str3_accepts_points_printed_behind_a_name() -> None:
    form = broken(evaluation(), ("indicators[6].level1", "满意度指标（10分）"))
    assert found(form) == []


def test_str4_wants_level_2_under_its_level_1() -> None:
    form = broken(evaluation(), ("indicators[1].level1", "效益指标"))
    finding = only("STR-4", found(form))
    assert (finding.field, finding.expected) == ("indicators[1].level2", "产出指标")


def test_str4_sees_a_level_2_name_in_the_level_1_column() -> None:
    form = broken(evaluation(), ("indicators[1].level1", "质量指标"))
    fired = rules(found(form))
    assert fired["STR-4"] == "error"
    assert "STR-3" not in fired


def test_str4_accepts_cost_where_each_profile_has_it() -> None:
    cost = row("成本指标", "经济成本指标", "单位成本", target="≤1(万元)")
    form = target()
    form.indicators[3] = cost
    assert rules(found(form, "national-2021-cost")) == {}
    assert rules(found(form, "shanghai")) == {}
    assert rules(found(form, "national-2020"))["STR-3"] == "error"


def test_str5_wants_benefits_and_asks_for_satisfaction() -> None:
    form = target()
    del form.indicators[4:6]
    assert rules(found(form, "shanghai"))["STR-5"] == "error"
    form = target()
    del form.indicators[6]
    assert rules(found(form, "shanghai"))["STR-5"] == "warning"


def test_str5_refuses_a_form_without_indicators() -> None:
    form = broken(target(), ("indicators", []))
    assert rules(found(form, "shanghai")) == {"STR-5": "error"}


def test_str6_asks_for_missing_kinds_of_output() -> None:
    form = target()
    del form.indicators[3]
    finding = only("STR-6", found(form, "shanghai"))
    assert (finding.severity.value, finding.expected) == ("warning", "成本指标")


def test_str6_passes_a_kind_that_is_marked_not_applicable() -> None:
    form = broken(target(), ("indicators[3].target", "不适用"))
    assert found(form, "shanghai") == []
