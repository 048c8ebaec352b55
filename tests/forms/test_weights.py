"""WGT-1 to WGT-6."""

from decimal import Decimal

from generator.forms.review import FormFacts
from tests.forms.forms import broken, evaluation, facts, found, only, rules


def test_wgt1_wants_a_hundred() -> None:
    form = broken(evaluation(), ("indicators[0].weight", "25"), ("indicators[0].score", "25"))
    finding = only("WGT-1", found(form))
    assert (finding.severity.value, finding.entered, finding.expected) == ("error", "110", "100")


def test_wgt1_wants_the_printed_sum_to_be_the_sum() -> None:
    finding = only("WGT-1", found(broken(evaluation(), ("total_weight", "99"))))
    assert (finding.entered, finding.expected) == ("99", "100")


def test_wgt1_takes_the_usual_weight_for_a_blank_one_and_leaves_missing_ones_to_str7() -> None:
    assert "WGT-1" not in rules(found(broken(evaluation(), ("funds.annual_total.weight", None))))
    assert "WGT-1" not in rules(found(broken(evaluation(), ("indicators[0].weight", None))))


def test_wgt2_asks_about_an_unusual_split() -> None:
    form = broken(evaluation(), ("indicators[0].weight", "10"), ("indicators[4].weight", "20"))
    finding = only("WGT-2", found(form))
    assert finding.severity.value == "warning"
    assert (finding.entered, finding.expected) == (
        "产出45、效益35、满意度10",
        "产出50、效益30、满意度10",
    )


def test_wgt2_follows_the_profile() -> None:
    assert rules(found(evaluation(), "national-2021-cost"))["WGT-2"] == "warning"


def test_wgt2_accepts_satisfaction_waived_in_favour_of_benefit() -> None:
    form = broken(evaluation(), ("indicators[5].weight", "25"), ("indicators[5].score", "25"))
    del form.indicators[6]
    assert "WGT-2" not in rules(found(form))


def test_wgt3_wants_the_points_of_the_label() -> None:
    form = evaluation()
    printed = facts(type(form)).printed
    right = FormFacts(printed, label_maxima={"产出指标": Decimal(50)})
    wrong = FormFacts(printed, label_maxima={"产出指标": Decimal(40)})
    assert found(form, known=right) == []
    finding = only("WGT-3", found(form, known=wrong))
    assert (finding.severity.value, finding.entered, finding.expected) == ("error", "50", "40")


def test_wgt4_wants_points_on_active_rows() -> None:
    form = broken(evaluation(), ("indicators[0].weight", "0"), ("indicators[0].score", "0"))
    assert rules(found(form))["WGT-4"] == "error"
    form = broken(form, ("indicators[0].target", "不适用"), ("indicators[0].actual", "不适用"))
    assert "WGT-4" not in rules(found(form))


def test_wgt5_wants_the_usual_weight_of_execution() -> None:
    form = broken(evaluation(), ("funds.annual_total.weight", "20"))
    assert only("WGT-5", found(form)).expected == "10"


def test_wgt6_asks_about_very_heavy_indicators() -> None:
    form = broken(evaluation(), ("indicators[0].weight", "31"))
    assert only("WGT-6", found(form)).field == "indicators[0].weight"
    form = broken(evaluation(), ("indicators[4].weight", "23"), ("indicators[5].weight", "7"))
    assert only("WGT-6", found(form)).field == "indicators[4].weight"


def test_wgt6_only_notes_the_heavier_of_two() -> None:
    form = broken(evaluation(), ("indicators[4].weight", "16"), ("indicators[5].weight", "14"))
    assert only("WGT-6", found(form)).severity.value == "info"


def test_wgt6_passes_half_of_a_level_and_a_level_of_one_row() -> None:
    assert "WGT-6" not in rules(found(evaluation()))
