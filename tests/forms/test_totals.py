"""TOT-1 to TOT-5."""

import pytest

from tests.forms.forms import broken, evaluation, found, only, rules


@pytest.mark.parametrize(
    ("printed", "severity"),
    [
        ("98.98", "info"),  # 0.01 off
        ("99.0", "info"),  # rounded to one decimal
        ("99.07", "warning"),  # 0.10 off
        ("99.08", "error"),  # 0.11 off
        ("99.1", "error"),
        ("89.97", "error"),
    ],
)
def test_tot1_wants_the_sum_of_the_printed_scores(printed: str, severity: str) -> None:
    finding = only("TOT-1", found(broken(evaluation(), ("total_score", printed))))
    assert (finding.severity.value, finding.expected) == (severity, "98.97")


def test_tot1_adds_what_is_printed_right_or_wrong() -> None:
    """A wrong score is told where it stands; its total only has to be the sum."""
    form = broken(evaluation(), ("indicators[6].score", "10"), ("total_score", "99.50"))
    assert "TOT-1" not in rules(found(form))


def test_tot1_asks_for_a_missing_total() -> None:
    finding = only("TOT-1", found(broken(evaluation(), ("total_score", None))))
    assert (finding.severity.value, finding.expected) == ("warning", "98.97")


def test_tot2_keeps_the_total_between_0_and_100() -> None:
    assert rules(found(broken(evaluation(), ("total_score", "100.01"))))["TOT-2"] == "error"
    assert "TOT-2" not in rules(found(broken(evaluation(), ("total_score", "100"))))


@pytest.mark.parametrize(
    ("total", "grade", "right"),
    [
        ("90", "优", True),
        ("89.99", "优", False),
        ("89.99", "良", True),
        ("80", "良", True),
        ("79.99", "中", True),
        ("60", "中", True),
        ("59.99", "差", True),
        ("59.99", "中", False),
        ("95", "优秀", True),
    ],
)
def test_tot3_wants_the_grade_of_the_total(total: str, grade: str, right: bool) -> None:
    form = broken(evaluation(), ("total_score", total), ("rating", grade))
    assert ("TOT-3" not in rules(found(form))) is right


def test_tot3_is_only_a_doubt_where_the_local_bands_are_not_certain() -> None:
    form = broken(evaluation(), ("total_score", "78"), ("rating", "良"))
    assert rules(found(form))["TOT-3"] == "error"
    assert rules(found(form, "shanghai"))["TOT-3"] == "warning"


def test_tot3_is_an_error_far_from_a_border_nobody_could_read() -> None:
    """As in the form of 97.07 points graded 良: 优 begins at 90 everywhere."""
    form = broken(evaluation(), ("total_score", "97.07"), ("rating", "良"))
    assert rules(found(form, "shanghai"))["TOT-3"] == "error"
    form = broken(evaluation(), ("total_score", "84"), ("rating", "优"))
    assert rules(found(form, "shanghai"))["TOT-3"] == "error"


def test_tot3_only_asks_about_a_grade_of_another_scale() -> None:
    assert rules(found(broken(evaluation(), ("rating", "合格")))) == {"TOT-3": "warning"}


FULL = [
    ("indicators[6].score", "10"),
    ("indicators[6].actual", "95(%)"),
    ("indicators[6].deviation_analysis", None),
    ("funds.annual_total.actual_expenditure", "100"),
    ("funds.annual_total.execution_rate", "100"),
    ("funds.annual_total.score", "10"),
    ("funds.current_appropriation.actual_expenditure", "100"),
    ("funds.current_appropriation.execution_rate", "100"),
]


def test_tot4_looks_twice_at_a_perfect_form() -> None:
    form = broken(evaluation(), *FULL, ("total_score", "100"))
    assert rules(found(form)) == {"TOT-4": "warning"}


def test_tot5_notes_rows_that_are_all_full() -> None:
    """Seven of seven rows full, only the execution score is not: 99.50."""
    form = broken(evaluation(), *FULL[:3], ("total_score", "99.50"))
    assert rules(found(form)) == {"TOT-5": "info"}


def test_tot5_notes_one_cut_for_all() -> None:
    cuts = [
        (f"indicators[{n}].{column}", value)
        for n, score in ((0, "13.5"), (1, "9"), (2, "13.5"), (4, "13.5"))
        for column, value in (
            ("score", score),
            ("deviation_analysis", "仍有改进空间，将加强管理。"),
        )
    ]
    assert rules(found(broken(evaluation(), *cuts, ("total_score", "93.47"))))["TOT-5"] == "info"
    different = [*cuts, ("indicators[1].score", "8"), ("indicators[2].score", "12")]
    assert "TOT-5" not in rules(found(broken(evaluation(), *different)))
