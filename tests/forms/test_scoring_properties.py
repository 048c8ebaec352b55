"""What must hold of every score, whatever the figures."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from generator.forms.profiles import load_profile
from generator.forms.scoring import execution_rate, execution_score, score_indicator
from generator.forms.values import parse

FIGURES = st.decimals("0", "99999", places=2)
WEIGHTS = st.decimals("0", "50", places=1)
SIGNS = st.sampled_from(["≥", ">", "=", "≤", "<", ""])
PROFILES = st.sampled_from(["national-2020", "shenzhen"])


def earned(sign: str, target: Decimal, actual: Decimal, weight: Decimal) -> Decimal:
    profile = load_profile("national-2020")
    outcome = score_indicator(parse(f"{sign}{target}(个)"), parse(f"{actual}(个)"), weight, profile)
    assert outcome.score is not None
    return outcome.score


@given(SIGNS, FIGURES, FIGURES, WEIGHTS)
def test_a_score_lies_between_nothing_and_the_weight(
    sign: str, target: Decimal, actual: Decimal, weight: Decimal
) -> None:
    assert 0 <= earned(sign, target, actual, weight) <= weight


@given(SIGNS, FIGURES, WEIGHTS)
def test_a_target_exactly_met_earns_the_weight(sign: str, target: Decimal, weight: Decimal) -> None:
    assert earned(sign, target, target, weight) == weight


@given(st.sampled_from(["≥", ">", "="]), FIGURES, FIGURES, FIGURES, WEIGHTS)
def test_more_is_never_worse_where_more_is_better(
    sign: str, target: Decimal, one: Decimal, other: Decimal, weight: Decimal
) -> None:
    less, more = sorted((one, other))
    if sign == "=" and target == 0:
        return  # "=0" is a promise that nothing happens
    assert earned(sign, target, less, weight) <= earned(sign, target, more, weight)


@given(st.sampled_from(["≤", "<"]), FIGURES, FIGURES, FIGURES, WEIGHTS)
def test_more_is_never_better_where_less_is(
    sign: str, target: Decimal, one: Decimal, other: Decimal, weight: Decimal
) -> None:
    less, more = sorted((one, other))
    assert earned(sign, target, less, weight) >= earned(sign, target, more, weight)


@given(st.text(max_size=12), st.text(max_size=12), WEIGHTS)
def test_any_words_at_all_can_be_scored(target: str, actual: str, weight: Decimal) -> None:
    outcome = score_indicator(parse(target), parse(actual), weight, load_profile("national-2020"))
    assert outcome.score is None or 0 <= outcome.score <= weight


@given(FIGURES, FIGURES, PROFILES)
def test_an_execution_score_keeps_within_its_weight(
    budget: Decimal, spent: Decimal, name: str
) -> None:
    profile = load_profile(name)
    rate = execution_rate(budget, spent, profile)
    points = execution_score(rate, None, profile)
    assert points is not None
    assert 0 <= points <= 10
    assert (points == 10) is (rate is not None and rate >= profile.execution.whole)
