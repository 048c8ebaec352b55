"""Scores of indicators, worked out by hand from the rule book (RULES §4)."""

from decimal import Decimal

import pytest

from generator.forms.profiles import load_profile
from generator.forms.scoring import Branch, IndicatorScore, score_indicator
from generator.forms.values import parse

ANY_WEIGHT = Decimal(10)


def scored(target: str, actual: str, weight: str = "10") -> IndicatorScore:
    profile = load_profile("national-2020")
    return score_indicator(parse(target), parse(actual), Decimal(weight), profile)


@pytest.mark.parametrize(
    ("target", "actual", "weight", "score"),
    [
        # met: the weight
        ("≥95(%)", "95(%)", "10", "10"),
        (">95(%)", "99.00(%)", "10", "10"),
        ("=11(个)", "12(个)", "3", "3"),
        ("27人", "27人", "15", "15"),
        ("预计完成43万人次转移", "约46万人次", "20", "20"),
        # not met: the share
        (">600.00(万/人次)", "419.30(万/人次)", "3", "2.10"),  # 0.69883 * 3 = 2.0965
        (">200(条)", "175(条)", "3", "2.63"),  # 0.875 * 3 = 2.625, half up
        ("=4(次/月)", "3.36(次/月)", "2", "1.68"),
        ("27人", "25人", "15", "13.89"),  # 13.8889
        ("1788万页", "1400万页", "20", "15.66"),  # 15.6600
        ("30.68万份", "30.5万份", "10", "9.94"),  # 9.9413
        ("≥3(件)", "1(件)", "1", "0.33"),
        ("≥3(件)", "2(件)", "1", "0.67"),
        ("≥10(场)", "-3(场)", "10", "0"),  # a negative is read as 0
        # exactly zero
        ("=0(件)", "0.00(件)", "2", "2"),
        ("=0(件)", "1(件)", "2", "0"),
        ("0", "2", "2", "0"),
        ("≥0(件)", "0(件)", "2", "2"),
        ("≤0(件)", "1(件)", "2", "0"),
        # upper limits
        ("≤100%", "86%", "10", "10"),
        ("<5(%)", "0(%)", "8", "8"),
        ("≤10(天)", "12(天)", "10", "8"),  # 1 - 2/10
        ("≤30(万元)", "40(万元)", "9", "6"),  # 1 - 1/3
        ("<3(次)", "5(次)", "10", "3.33"),  # 1 - 2/3
        ("≤10(天)", "20(天)", "10", "0"),
        ("≤10(天)", "35(天)", "10", "0"),
        # units that convert
        ("≤48(小时)", "3天", "8", "4.00"),  # 72 of 48 hours: 1 - 1/2
        ("≥95%", "0.76", "10", "8.00"),  # a ratio for a percentage: 76/95
        # ranges
        ("5~8(场)", "6(场)", "4", "4"),
    ],
)
def test_numbers(target: str, actual: str, weight: str, score: str) -> None:
    assert scored(target, actual, weight).score == Decimal(score)


@pytest.mark.parametrize(
    ("target", "actual", "score", "asks"),
    [
        ("及时", "达成指标", "10", False),
        ("及时", "及 时", "10", False),
        ("有效保障", "100%", "10", False),
        ("移交后30天", "达成指标", "10", False),
        ("2024年重阳节前", "达成年度指标", "10", False),
        ("2024年6月30日前", "2024年6月28日", "10", False),
        ("=2021年", "=2021年", "10", False),
        ("=0(起)", "无", "10", False),
        ("=0(起)", "未发生", "10", False),
        ("健全", "部分达成年度指标并具有一定效果", "8.00", True),
        ("健全", "未达成年度指标且效果较差", "6.00", True),
    ],
)
def test_words_and_dates(target: str, actual: str, score: str, asks: bool) -> None:
    outcome = scored(target, actual)
    assert (outcome.score, outcome.asks_person) == (Decimal(score), asks)


@pytest.mark.parametrize(
    ("target", "actual", "why"),
    [
        ("不适用", "不适用", Branch.NOT_APPLICABLE),
        ("", "100%", Branch.NO_TARGET),
        ("≥5(个)", "", Branch.NO_ACTUAL),
        ("≥9 5%", "95%", Branch.UNREADABLE),
        ("≤30万元", "完成", Branch.WORDS_FOR_NUMBER),
        ("=100(%)", "100", Branch.NOT_COMPARABLE),
        ("≥10(人)", "10(人次)", Branch.NOT_COMPARABLE),
        ("≥95(%)", ">90%", Branch.UNJUDGED),
        ("按标准", "84%", Branch.UNJUDGED),
        ("及时", "比较及时", Branch.UNJUDGED),
        ("5~8(场)", "9(场)", Branch.UNJUDGED),
        ("2024年6月30日前", "2024年7月1日", Branch.UNJUDGED),
        ("2024年重阳节前", "2024年9月1日", Branch.UNJUDGED),
        ("移交后30天", "25天", Branch.UNJUDGED),
        ("≥-5(%)", "-8(%)", Branch.UNJUDGED),
    ],
)
def test_no_rule_decides(target: str, actual: str, why: Branch) -> None:
    outcome = scored(target, actual)
    assert (outcome.score, outcome.why) == (None, why)


def test_a_bound_as_actual_counts_where_it_is_sure() -> None:
    assert scored("≥95(%)", "≥96%").score == ANY_WEIGHT
    assert scored("≤5(%)", "低于3%").score == ANY_WEIGHT


def test_a_strict_sign_at_equality_is_met_and_says_so() -> None:
    outcome = scored(">95(%)", "95.00(%)")
    assert (outcome.score, outcome.met, outcome.why) == (
        ANY_WEIGHT,
        True,
        Branch.STRICT_EQUALITY,
    )


def test_no_score_without_a_weight() -> None:
    outcome = score_indicator(parse("≥5"), parse("5"), None, load_profile("national-2020"))
    assert (outcome.score, outcome.why) == (None, Branch.NO_WEIGHT)


def test_completion_is_actual_over_target_for_limits_too() -> None:
    assert scored("≥200(条)", "175(条)").completion_ratio == Decimal("0.875")
    assert scored("≤100%", "86%").completion_ratio == Decimal("0.86")
    assert scored("≥1(%)", "2.70(%)").completion_ratio == Decimal("2.7")


@pytest.mark.parametrize(
    ("actual", "score"), [("10(天)", "10"), ("12(天)", "8.33"), ("40(天)", "2.50")]
)
def test_limits_by_target_over_actual(actual: str, score: str) -> None:
    """The other inverse method in use (2017 notes, Hubei): weight × target ÷ actual."""
    usual = load_profile("national-2020")
    method = usual.inverse_method.model_copy(update={"value": "target_over_actual"})
    profile = usual.model_copy(update={"inverse_method": method})
    outcome = score_indicator(parse("≤10(天)"), parse(actual), ANY_WEIGHT, profile)
    assert outcome.score == Decimal(score)
