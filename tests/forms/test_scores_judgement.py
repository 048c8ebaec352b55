"""SCR-4 to SCR-7: scores of targets that were met, limits, zeros and grades."""

import pytest

from tests.forms.forms import REASON, broken, evaluation, found, only, rules

ROW = "indicators[0]"  # 15 points


def _row(aimed: str, actual: str, score: str, reason: str | None = REASON) -> dict[str, str]:
    form = broken(
        evaluation(),
        (f"{ROW}.target", aimed),
        (f"{ROW}.actual", actual),
        (f"{ROW}.score", score),
        (f"{ROW}.deviation_analysis", reason),
    )
    return rules(found(form))


@pytest.mark.parametrize(
    ("aimed", "actual"), [("≥10(场)", "10(场)"), ("健全", "达成年度指标"), ("≤30(天)", "28(天)")]
)
def test_scr4_notes_a_deduction_from_a_target_that_was_met(aimed: str, actual: str) -> None:
    assert _row(aimed, actual, "12.5")["SCR-4"] == "info"


def test_scr4_leaves_deductions_without_reason_to_rsn1() -> None:
    fired = _row("≥10(场)", "10(场)", "12", None)
    assert fired["RSN-1"] == "error"
    assert "SCR-4" not in fired


@pytest.mark.parametrize(("actual", "score"), [("9(场)", "13.5"), ("10(场)", "15")])
def test_scr4_passes_a_missed_target_and_full_marks(actual: str, score: str) -> None:
    assert "SCR-4" not in _row("≥10(场)", actual, score)


@pytest.mark.parametrize(
    ("aimed", "actual", "score"),
    [
        ("≤100%", "86%", "12.90"),  # 0.86 * 15
        ("<5(%)", "0(%)", "0"),  # nothing happened, nothing earned
        ("≤30(天)", "28(天)", "14"),
    ],
)
def test_scr5_sees_a_limit_scored_by_its_share(aimed: str, actual: str, score: str) -> None:
    fired = _row(aimed, actual, score)
    assert fired["SCR-5"] == "warning"
    assert "SCR-4" not in fired


@pytest.mark.parametrize(
    ("aimed", "actual", "score"),
    [
        ("≤100%", "86%", "15"),
        ("≤100%", "86%", "12"),  # a judgement of another size
        ("≤100%", "110%", "13.50"),  # exceeded: 1 - 10/100
        ("≥100%", "86%", "12.90"),  # a target, not a limit
        ("≤100%", "99.9%", "14.99"),  # a hundredth may be anything
        ("≤20万元", "0万元", "0"),  # nothing was bought
    ],
)
def test_scr5_passes_anything_else(aimed: str, actual: str, score: str) -> None:
    assert "SCR-5" not in _row(aimed, actual, score)


def test_scr5_says_what_is_expected() -> None:
    form = broken(
        evaluation(),
        ("indicators[3].target", "≤100(%)"),
        ("indicators[3].actual", "86(%)"),
        ("indicators[3].score", "8.6"),
    )
    finding = only("SCR-5", found(form))
    assert (finding.field, finding.entered, finding.expected) == (
        "indicators[3].score",
        "8.6",
        "10",
    )
    assert "分值 10 分的 86%" in finding.message


@pytest.mark.parametrize(
    ("aimed", "severity"), [("=0(件)", "error"), ("≤0(件)", "error"), ("0件", "warning")]
)
def test_scr6_gives_nothing_for_a_zero_that_was_not_kept(aimed: str, severity: str) -> None:
    fired = _row(aimed, "1(件)", "12")
    assert fired["SCR-6"] == severity
    assert not {"SCR-2", "SCR-3"} & fired.keys()


@pytest.mark.parametrize(
    ("aimed", "actual", "score"),
    [("=0(件)", "1(件)", "0"), ("=0(件)", "0(件)", "15"), ("≤1(件)", "1(件)", "15")],
)
def test_scr6_passes_no_points_and_a_zero_that_was_kept(
    aimed: str, actual: str, score: str
) -> None:
    assert "SCR-6" not in _row(aimed, actual, score)


@pytest.mark.parametrize(
    ("grade", "score", "expected"),
    [
        ("达成指标", "11.99", "12至15"),  # 80 % of 15 is 12
        ("部分达成年度指标并具有一定效果", "12.01", "9至12"),
        ("部分达成年度指标并具有一定效果", "15", "9至12"),
        ("部分达成", "8", "9至12"),
        ("未达成年度指标且效果较差", "10", "0至9"),
    ],
)
def test_scr7_keeps_a_grade_within_its_band(grade: str, score: str, expected: str) -> None:
    form = broken(
        evaluation(),
        ("indicators[5].actual", grade),
        ("indicators[5].score", score),
        ("indicators[5].deviation_analysis", REASON),
    )
    finding = only("SCR-7", found(form))
    assert (finding.severity.value, finding.expected) == ("warning", expected)
    assert not {"SCR-3", "SCR-4"} & rules(found(form)).keys()


@pytest.mark.parametrize(
    ("grade", "score"),
    [
        ("达成指标", "12"),
        ("达成指标", "15"),
        ("部分达成", "12"),
        ("部分达成", "9"),
        ("未达成年度指标且效果较差", "0"),
        ("未达成年度指标且效果较差", "9"),
        ("比较健全", "3"),  # no grade: a person's decision
    ],
)
def test_scr7_passes_the_edges_of_a_band(grade: str, score: str) -> None:
    assert "SCR-7" not in _row("健全", grade, score)
