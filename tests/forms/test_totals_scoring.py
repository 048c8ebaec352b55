"""Execution rates, totals and grades, worked out by hand."""

from decimal import Decimal

import pytest

from generator.forms.profiles import load_profile
from generator.forms.scoring import (
    effective_total,
    execution_rate,
    execution_score,
    grade_of,
    score,
)
from tests.forms.forms import broken, evaluation, national


@pytest.mark.parametrize(
    ("profile", "budget", "spent", "rate", "points"),
    [
        ("shanghai", "2653.26", "1922.94", "72.47", "7.25"),  # 72.4746
        ("shanghai", "365.25", "329.85", "90.31", "9.03"),  # 90.3080
        ("shenzhen", "4448000.00", "3866689.10", "0.87", "8.70"),  # 0.86931
        ("shenzhen", "50000", "49394", "0.99", "9.90"),  # 0.98788
        ("national-2020", "100", "120", "120.00", "10"),  # capped
        ("national-2020", "100", "-5", "-5.00", "0"),
        ("national-2020", "0", "0", "0", "0"),
        ("national-2020", "0", "5", "0", "0"),
    ],
)
def test_the_execution_score_comes_from_the_displayed_rate(
    profile: str, budget: str, spent: str, rate: str, points: str
) -> None:
    by = load_profile(profile)
    displayed = execution_rate(Decimal(budget), Decimal(spent), by)
    assert displayed == Decimal(rate)
    assert execution_score(displayed, None, by) == Decimal(points)


def test_no_rate_without_both_figures() -> None:
    assert execution_rate(None, Decimal(1), national()) is None
    assert execution_rate(Decimal(1), None, national()) is None
    assert execution_score(None, Decimal(10), national()) is None


def test_all_parts_go_before_the_total_and_the_total_before_some_parts() -> None:
    form = broken(evaluation(), ("funds.annual_total.initial_budget", "999"))
    assert effective_total(form, "initial_budget") == 100
    form = broken(form, ("funds.carry_over.initial_budget", None))
    assert effective_total(form, "initial_budget") == 999
    form = broken(form, ("funds.annual_total.initial_budget", None))
    assert effective_total(form, "initial_budget") == 100


def test_the_rate_follows_the_parts_where_all_are_given() -> None:
    form = broken(evaluation(), ("funds.annual_total.actual_expenditure", "50"))
    assert score(form, national()).execution_rate == Decimal("95.00")


def test_the_rate_uses_the_total_people_entered_where_a_part_is_blank() -> None:
    form = broken(
        evaluation(),
        ("funds.annual_total.actual_expenditure", "50"),
        ("funds.carry_over.actual_expenditure", None),
    )
    assert score(form, national()).execution_rate == Decimal("50.00")
    form = broken(form, ("funds.annual_total.actual_expenditure", None))
    assert score(form, national()).execution_rate == Decimal("95.00")


def test_both_totals() -> None:
    """50 + 30 + 9.47 + 9.50 = 98.97; with 9.00 entered for the last row 98.50."""
    form = broken(evaluation(), ("indicators[6].score", "9.00"))
    scores = score(form, national())
    assert (scores.total_score, scores.rule_total_score) == (Decimal("98.50"), Decimal("98.97"))
    assert (scores.rating, scores.total_weight) == ("优", 100)


def test_a_missing_score_is_taken_from_the_rule_and_an_undecided_row_as_entered() -> None:
    form = broken(evaluation(), ("indicators[6].score", None), ("indicators[5].actual", "比较健全"))
    scores = score(form, national())
    assert scores.indicators[5].score is None
    assert scores.total_score == scores.rule_total_score == Decimal("98.97")


def test_no_total_before_anything_is_scored() -> None:
    form = evaluation()
    for indicator in form.indicators:
        indicator.actual = indicator.score = None
    scores = score(form, national())
    assert (scores.total_score, scores.rating, scores.rule_total_score) == (None, None, None)


@pytest.mark.parametrize(
    ("total", "grade"),
    [("100", "优"), ("90", "优"), ("89.99", "良"), ("80", "良"), ("60", "中"), ("59.99", "差")],
)
def test_grades_are_half_open_bands(total: str, grade: str) -> None:
    assert grade_of(Decimal(total), national()) == grade
