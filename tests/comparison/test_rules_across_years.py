"""CMP-3, CMP-5, CMP-6: what a reviewer asks about from one year to the next."""

import pytest

from generator.forms.catalogue import catalogue
from generator.forms.comparison import compare_forms
from generator.forms.profiles import Certainty

from .forms import evaluation, reached, row, rules, targets

TARGET = [("CMP-3", "warning", "indicators[0].target")]


def later(target: str, before: str, actual: str | None = None) -> list[tuple[str, str, str]]:
    earlier = evaluation(reached("政策知晓度", before, actual))
    return rules(compare_forms(targets(row("政策知晓度", target)), earlier))


@pytest.mark.parametrize(
    ("before", "actual", "now"),
    [
        (">200(条)", "175(条)", "≥150(条/年)"),
        ("≥99%", "98%", "≥98%"),
        ("≥99%", None, "≥98%"),
        ("≥99%", "达成指标", "≥98%"),
    ],
)
def test_a_looser_target_is_asked_about(before: str, actual: str | None, now: str) -> None:
    assert later(now, before, actual) == TARGET


@pytest.mark.parametrize(
    ("before", "actual", "now"),
    [
        ("≥85%", "85%", "≥85%"),
        ("≥85%", "92%", "≥90%"),
        ("≤5%", "0%", "≤5%"),
        (">200(条)", "175(条)", "≥200(条)"),
        ("≥85%", "≥99%", "≥85%"),
    ],
)
def test_a_kept_or_stricter_target_near_what_was_reached_is_fine(
    before: str, actual: str, now: str
) -> None:
    assert later(now, before, actual) == []


@pytest.mark.parametrize(
    ("before", "actual", "now"),
    [("≥85%", "100.00(%)", "≥85%"), ("≥100人", "150人", "≥110人"), ("≤20%", "2%", "≤15%")],
)
def test_a_target_far_behind_what_was_reached_is_asked_about(
    before: str, actual: str, now: str
) -> None:
    assert later(now, before, actual) == TARGET


def test_the_message_says_what_was_reached() -> None:
    earlier = evaluation(reached("年度微信推文发布数", ">200(条)", "175(条)"))
    (found,) = compare_forms(targets(row("微信推文发布数", "≥150(条/年)")), earlier).findings
    assert found.message == (
        "“微信推文发布数”（第1项，原为“年度微信推文发布数”）的指标值由2023年自评表的“>200(条)”"
        "放宽为“≥150(条/年)”，而当时实际已完成“175(条)”，新目标还不及已经达到的水平。"
        "请说明放宽的理由，或按不低于以前年度水平重新设置。"
    )
    assert (found.entered, found.expected) == ("≥150(条/年)", ">200(条)")


def test_a_target_that_lost_its_figures_is_noted() -> None:
    assert later("持续提高", "≥85%") == [("CMP-3", "info", "indicators[0].target")]
    assert later("≥85%", "持续提高") == []


def test_an_earlier_form_given_as_the_later_is_not_judged() -> None:
    found = compare_forms(
        targets(row("政策知晓度", "≥85%"), year=2022), targets(row("政策知晓度", "≥99%"))
    )
    assert rules(found) == []


def test_spellings_of_names_are_noted() -> None:
    body = "上海市闵行区人力资源和社会保障局(汇总)"
    now = targets(department=body, project_name="宣传费（2024年）", unit=None)
    before = targets(
        department="闵行区人力资源和社会保障局",
        project_name="宣传费（2023年）",
        unit=None,
        year=2023,
    )
    assert rules(compare_forms(now, before)) == [("CMP-5", "info", "department")]


def test_a_slip_in_a_name_is_asked_about() -> None:
    now, before = (
        targets(row("司勤人员出勤率", "≥95%")),
        targets(row("可勤人员出勤率", "≥95%"), year=2023),
    )
    assert rules(compare_forms(now, before)) == [("CMP-6", "warning", "indicators[0].name")]


def test_sources_from_memory_are_cited_without_their_clause() -> None:
    rules = [rule for rule in catalogue().values() if rule.found_by == "comparison"]
    assert [rule.id for rule in rules] == [f"CMP-{number}" for number in range(1, 7)]
    for rule in rules:
        if rule.certainty is Certainty.MEMORY:
            assert "条" not in rule.reference
