"""SCR-1 to SCR-3 and RSN-1."""

import pytest

from generator.forms.review import FormFacts
from tests.forms.forms import REASON, broken, evaluation, facts, found, only, rules

ROW = "indicators[6]"  # ≥95(%), 90(%): 9.47 of 10 by proportion


@pytest.mark.parametrize(("score", "fires"), [("15.01", True), ("-1", True), ("15", False)])
def test_scr1_keeps_scores_within_weights(score: str, fires: bool) -> None:
    form = broken(
        evaluation(), ("indicators[0].score", score), ("indicators[0].deviation_analysis", REASON)
    )
    assert ("SCR-1" in rules(found(form))) is fires


@pytest.mark.parametrize(
    ("score", "severity"),
    [
        ("9.49", None),  # within 0.02 points of 9.47
        ("9.50", "info"),  # 0.03
        ("9.97", "info"),  # 0.50: 5 % of the weight
        ("9.98", "warning"),  # 0.51
        ("9.00", "info"),  # below the rule, with a reason
    ],
)
def test_scr2_compares_with_the_proportion(score: str, severity: str | None) -> None:
    assert rules(found(broken(evaluation(), (f"{ROW}.score", score)))).get("SCR-2") == severity


def test_scr2_leaves_a_row_without_reason_to_rsn1() -> None:
    form = broken(evaluation(), (f"{ROW}.score", "9.00"), (f"{ROW}.deviation_analysis", None))
    fired = rules(found(form))
    assert fired["RSN-1"] == "error"
    assert "SCR-2" not in fired


def test_scr2_passes_deductions_from_a_target_that_was_met() -> None:
    form = broken(
        evaluation(), ("indicators[0].score", "12"), ("indicators[0].deviation_analysis", REASON)
    )
    assert "SCR-2" not in rules(found(form))


def test_scr3_asks_about_full_marks_for_a_missed_target() -> None:
    finding = only("SCR-3", found(broken(evaluation(), (f"{ROW}.score", "10"))))
    assert (finding.severity.value, finding.expected) == ("warning", "9.47")


def test_scr3_says_of_a_limit_that_it_was_exceeded() -> None:
    aimed = (f"{ROW}.name", "居民投诉数"), (f"{ROW}.target", "≤5(件)"), (f"{ROW}.actual", "6(件)")
    finding = only("SCR-3", found(broken(evaluation(), *aimed, (f"{ROW}.score", "10"))))
    assert "超过了上限，却得满分" in finding.message


@pytest.mark.parametrize(
    ("name", "target", "actual"),
    [
        ("办结时限", "=30(天)", "28(天)"),
        ("人均成本", "400元", "380元"),
        ("业务差错率", "1%", "0.5%"),
        ("完成时间", "20241231", "20241220"),
        ("送达率", "接近100%", "99%"),
    ],
)
def test_scr3_passes_less_of_what_nobody_wants_more_of(name: str, target: str, actual: str) -> None:
    aimed = (f"{ROW}.name", name), (f"{ROW}.target", target), (f"{ROW}.actual", actual)
    form = broken(evaluation(), *aimed, (f"{ROW}.score", "10"))
    assert "SCR-3" not in rules(found(form))


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("2024年10月31日前", "2024年12月6日"),
        ("10月底前", "2024年11月"),
        ("2024年第二季度", "7月15日"),
        ("12月底前完成", "2025年1月10日完成"),
    ],
)
def test_scr3_asks_about_full_marks_for_late_work(target: str, actual: str) -> None:
    """As kx2021-02: due in October, done in December, full marks."""
    changes = ("indicators[2].target", target), ("indicators[2].actual", actual)
    finding = only("SCR-3", found(broken(evaluation(), *changes)))
    assert (finding.field, finding.severity.value) == ("indicators[2].score", "warning")
    assert "晚于要求的时间" in finding.message


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("2024年10月31日前", "2024年10月31日"),
        ("2024年10月", "2024年10月28日"),
        ("2024年第二季度", "2024年6月"),
        ("2024年3月底前启动", "2024年11月完成"),
        ("2024年6月1日后", "2024年12月6日"),
        ("2024年重阳节前", "2024年11月"),
        ("2024年6月底前", "2024年12月底前"),
        ("2023年12月底前", "2024年11月"),
        ("次年3月底前", "2024年12月6日"),
    ],
)
def test_scr3_passes_dates_that_need_not_be_late(target: str, actual: str) -> None:
    changes = ("indicators[2].target", target), ("indicators[2].actual", actual)
    assert "SCR-3" not in rules(found(broken(evaluation(), *changes)))


def test_scr3_passes_less_than_bare_money() -> None:
    """500万元 may be a budget, of which less is no shortfall; of a benefit more is better."""
    less = ("indicators[0].target", "500万元"), ("indicators[0].actual", "486.32万元")
    assert "SCR-3" not in rules(found(broken(evaluation(), *less)))
    less = ("indicators[4].target", "500万元"), ("indicators[4].actual", "486.32万元")
    assert "SCR-3" in rules(found(broken(evaluation(), *less)))


def test_scr3_passes_late_work_that_lost_points() -> None:
    form = broken(evaluation(), ("indicators[2].target", "10月底前"), ("indicators[2].score", "12"))
    form.indicators[2].actual = "12月6日"
    form.indicators[2].deviation_analysis = "供应商延迟交货，已约定违约责任。"
    assert "SCR-3" not in rules(found(form))


def test_scr3_passes_full_marks_for_a_target_just_met() -> None:
    form = broken(evaluation(), (f"{ROW}.score", "10"), (f"{ROW}.actual", "95.00(%)"))
    assert "SCR-3" not in rules(found(form))


@pytest.mark.parametrize(
    "reason",
    [None, "无", "/", "0", "  ", "【请填写】目标≥95%，实际90%，少得0.53分，请说明原因和措施。"],
)
def test_rsn1_wants_a_reason_for_lost_points(reason: str | None) -> None:
    finding = only("RSN-1", found(broken(evaluation(), (f"{ROW}.deviation_analysis", reason))))
    assert (finding.field, finding.severity.value) == (f"{ROW}.deviation_analysis", "error")


@pytest.mark.parametrize("reason", ["设备故障", "3家未通过验收。", "2人请假"])
def test_rsn1_passes_a_reason_however_short(reason: str) -> None:
    """Words around a figure are one (as kz2021-01)."""
    form = broken(evaluation(), (f"{ROW}.deviation_analysis", reason))
    assert "RSN-1" not in rules(found(form))


def test_rsn1_passes_where_the_layout_has_no_column_for_reasons() -> None:
    form = broken(evaluation(), (f"{ROW}.deviation_analysis", None))
    printed = facts(type(form)).printed - {"indicators.deviation_analysis"}
    assert found(form, known=FormFacts(printed)) == []
