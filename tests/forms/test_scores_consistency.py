"""SCR-8 and SCR-9: one measure for all rows of a form."""

from generator.forms.findings import Finding
from generator.forms.models import SelfEvaluationForm
from tests.forms.forms import REASON, broken, evaluation, found, only, rules


def _missed(*rows: tuple[int, str, str, str, str]) -> SelfEvaluationForm:
    """Return a form whose rows (index, target, actual, weight, score) missed their targets."""
    form = evaluation()
    for index, aimed, actual, weight, score in rows:
        broken(
            form,
            (f"indicators[{index}].target", aimed),
            (f"indicators[{index}].actual", actual),
            (f"indicators[{index}].weight", weight),
            (f"indicators[{index}].score", score),
            (f"indicators[{index}].deviation_analysis", REASON),
        )
    return form


def _findings(rule: str, *rows: tuple[int, str, str, str, str]) -> list[Finding]:
    return [finding for finding in found(_missed(*rows)) if finding.rule == rule]


def test_scr8_wants_like_results_scored_alike() -> None:
    form = _missed((0, "≥10(场)", "9(场)", "15", "13.5"), (2, "=100(%)", "90(%)", "15", "12"))
    finding = only("SCR-8", found(form))
    assert (finding.field, finding.severity.value) == ("indicators[2].score", "warning")
    assert (finding.entered, finding.expected) == ("12", "13.50")
    assert "第1项指标“举办培训场次”" in finding.message


def test_scr8_passes_the_same_score_another_weight_and_another_share() -> None:
    first = (0, "≥10(场)", "9(场)", "15", "13.5")
    assert not _findings("SCR-8", first, (2, "=100(%)", "90(%)", "15", "13.5"))
    assert not _findings("SCR-8", first, (2, "=100(%)", "90(%)", "10", "8"))
    assert not _findings("SCR-8", first, (2, "=100(%)", "89(%)", "15", "12"))


def test_scr8_passes_a_target_and_a_limit_missed_by_one_share() -> None:
    """Half of a target and half over a limit are no like results."""
    form = _missed((0, "≥10(场)", "5(场)", "15", "7.5"), (2, "≤10(天)", "15(天)", "15", "6"))
    assert "SCR-8" not in rules(found(form))


def test_scr9_notes_one_cut_for_unlike_results() -> None:
    """As in a published form: 69.9 %, 87.5 % and 84 % all lost a tenth."""
    form = _missed(
        (0, ">600(万人次)", "419.30(万人次)", "3", "2.70"),
        (1, ">200(条)", "175(条)", "3", "2.70"),
        (2, "=4(次/月)", "3.36(次/月)", "2", "1.80"),
    )
    finding = only("SCR-9", found(form))
    assert (finding.field, finding.severity.value) == ("indicators[0].score", "info")
    assert "第1项（完成率69.88%）、第2项（完成率87.5%）、第3项（完成率84%）" in finding.message
    assert finding.entered == "10%"


def test_scr9_passes_cuts_that_follow_the_completion() -> None:
    assert not _findings(
        "SCR-9",
        (0, ">600(万人次)", "419.30(万人次)", "3", "2.10"),
        (1, ">200(条)", "175(条)", "3", "2.63"),
        (2, "=4(次/月)", "3.36(次/月)", "2", "1.68"),
    )


def test_scr9_passes_two_rows_and_results_that_are_nearly_alike() -> None:
    two = ((0, "≥10(场)", "7(场)", "10", "9"), (1, "=100(%)", "88(%)", "10", "9"))
    assert not _findings("SCR-9", *two)
    assert not _findings(
        "SCR-9",
        (0, "=100(%)", "96(%)", "10", "9"),
        (1, "=100(%)", "97(%)", "10", "9"),
        (2, "=100(%)", "98(%)", "10", "9"),
    )
