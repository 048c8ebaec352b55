"""RSN-2 and RSN-3: targets far exceeded."""

import pytest

from generator.forms.review import FormFacts
from tests.forms.forms import REASON, broken, evaluation, facts, found, only, rules

ROW = "indicators[0]"


def _row(aimed: str, actual: str, reason: str | None = None) -> dict[str, str]:
    form = broken(
        evaluation(),
        (f"{ROW}.target", aimed),
        (f"{ROW}.actual", actual),
        (f"{ROW}.deviation_analysis", reason),
    )
    return rules(found(form))


@pytest.mark.parametrize(
    ("aimed", "actual"), [("≥10(场)", "13(场)"), (">1.00(%)", "2.70(%)"), ("=11(个)", "15(个)")]
)
def test_rsn2_asks_from_130_percent_on(aimed: str, actual: str) -> None:
    assert _row(aimed, actual)["RSN-2"] == "warning"


@pytest.mark.parametrize(
    ("aimed", "actual", "reason"),
    [
        ("≥10(场)", "12.9(场)", None),
        ("≥10(场)", "13(场)", REASON),
        ("≤30(天)", "28(天)", None),
        ("≥0(件)", "5(件)", None),  # no share of nothing
        ("≥1(次)", "2(次)", None),  # one more is no deviation
        ("30分钟", "60分钟", None),  # a limit or a service
    ],
)
def test_rsn2_passes_less_a_reason_and_limits(aimed: str, actual: str, reason: str | None) -> None:
    assert "RSN-2" not in _row(aimed, actual, reason)


def test_rsn2_leaves_lost_points_to_rsn1() -> None:
    form = broken(evaluation(), (f"{ROW}.actual", "20(场)"), (f"{ROW}.score", "12"))
    fired = rules(found(form))
    assert fired["RSN-1"] == "error"
    assert "RSN-2" not in fired


def test_over_achievement_never_changes_the_score() -> None:
    form = broken(evaluation(), (f"{ROW}.actual", "30(场)"))
    assert not any(rule.startswith("SCR") for rule in rules(found(form)))


def test_rsn2_passes_where_the_layout_has_no_column_for_reasons() -> None:
    form = broken(evaluation(), (f"{ROW}.actual", "15(场)"))
    printed = facts(type(form)).printed - {"indicators.deviation_analysis"}
    assert "RSN-2" not in rules(found(form, known=FormFacts(printed)))


@pytest.mark.parametrize(
    ("aimed", "actual"),
    [
        ("≥10(场)", "20(场)"),
        ("≤30(天)", "3(天)"),
        ("<5(%)", "0(%)"),
        ("≤10(件)", "0(件)"),
        ("≤100(万元)", "8(万元)"),
    ],
)
def test_rsn3_doubts_targets_that_were_too_easy(aimed: str, actual: str) -> None:
    assert _row(aimed, actual)["RSN-3"] == "warning"


@pytest.mark.parametrize(
    ("aimed", "actual"),
    [
        ("≥10(场)", "19.9(场)"),
        ("≤30(天)", "3.1(天)"),
        ("≤0.01(%)", "0(%)"),  # nothing happened, and nearly nothing was let happen
        ("<1(%)", "0(%)"),
        ("≤3(件)", "0(件)"),
        ("≤5(‰)", "0(‰)"),
        ("=0(件)", "0(件)"),
    ],
)
def test_rsn3_passes_good_work(aimed: str, actual: str) -> None:
    assert "RSN-3" not in _row(aimed, actual)


def test_rsn3_only_notes_what_the_unit_has_explained() -> None:
    assert _row("≥10(场)", "20(场)", REASON)["RSN-3"] == "info"


def test_rsn3_stands_at_the_target() -> None:
    form = broken(evaluation(), (f"{ROW}.actual", "27(场)"))
    finding = only("RSN-3", found(form))
    assert finding.field == f"{ROW}.target"
    assert "270%" in finding.message
