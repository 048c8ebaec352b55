"""VAL-13 and VAL-14."""

import pytest

from tests.forms.forms import broken, evaluation, found, only, rules, target


def _fired(text: str, start: str = "2024-01-01", end: str = "2024-12-31") -> dict[str, str]:
    """Review the clean target form with this date in its row of timeliness."""
    form = broken(
        target(),
        ("planned_start", start),
        ("planned_end", end),
        ("indicators[2].target", text),
    )
    return rules(found(form, "shanghai"))


@pytest.mark.parametrize("text", ["2025年3月底前", "2023年12月底前", "2025年内完成", "2026-01-15"])
def test_val13_refuses_a_date_outside_the_project(text: str) -> None:
    assert _fired(text)["VAL-13"] == "error"


def test_val13_tries_a_date_without_a_year_in_the_years_of_the_project() -> None:
    assert _fired("9月底前完成", end="2024-06-30")["VAL-13"] == "error"
    assert "VAL-13" not in _fired("9月底前完成", end="2025-06-30")


@pytest.mark.parametrize(
    "text",
    [
        "2024年12月31日前",
        "2024年重阳节前",
        "2025年1月前",
        "2025年春节前",
        "2023年起",
        "次年3月底前完成",
        "每年3月底前",
        "验收后质保至2026年底",
        "2022年版标准",
        "年内完成",
    ],
)
def test_val13_passes_dates_within_and_dates_that_may_be_meant_so(text: str) -> None:
    assert "VAL-13" not in _fired(text)


def test_val13_says_nothing_where_the_period_is_not_known() -> None:
    form = broken(target(), ("planned_end", None), ("indicators[2].target", "2025年3月底前"))
    assert "VAL-13" not in rules(found(form, "shanghai"))


def test_val13_asks_about_another_year_in_a_self_evaluation() -> None:
    form = broken(evaluation(), ("indicators[2].target", "2023年6月底前"))
    assert only("VAL-13", found(form)).severity.value == "warning"
    form = broken(evaluation(), ("indicators[2].target", "2024年6月底前"))
    assert "VAL-13" not in rules(found(form))


def test_val14_sees_a_goal_for_another_year() -> None:
    form = broken(target(), ("annual_goal", "2023年计划举办培训，提高业务能力。"))
    finding = only("VAL-14", found(form, "shanghai"))
    assert (finding.field, finding.severity.value) == ("annual_goal", "warning")
    assert "2023 年" in finding.message
    assert finding.expected == "2024"


def test_val14_sees_a_result_of_another_year() -> None:
    form = broken(evaluation(), ("actual_result", "2023年完成培训，基层人员业务能力得到提高。"))
    assert only("VAL-14", found(form)).field == "actual_result"


@pytest.mark.parametrize(
    "text",
    [
        "2024年计划举办培训，提高业务能力。",
        "2023年完成招标，2024年完成培训。",
        "在2023年培训的基础上继续举办培训。",
        "按照2022年印发的规定组织培训。",
        "补助按照1998年的标准发放。",
        "根据人社厅函〔2023〕185号完成培训。",
    ],
)
def test_val14_passes_its_own_year_and_years_of_rules_and_comparisons(text: str) -> None:
    assert "VAL-14" not in rules(found(broken(target(), ("annual_goal", text)), "shanghai"))


def test_val14_lets_an_overall_goal_name_the_years_of_the_project() -> None:
    text = "2025年完成全部培训。"
    form = broken(target(), ("overall_goal", text), ("planned_end", "2025-12-31"))
    assert "VAL-14" not in rules(found(form, "shanghai"))
    form = broken(target(), ("overall_goal", text))
    assert rules(found(form, "shanghai"))["VAL-14"] == "warning"


def test_val14_lets_a_result_look_ahead() -> None:
    form = broken(evaluation(), ("actual_result", "证书将于2025年完成发放。"))
    assert "VAL-14" not in rules(found(form))
