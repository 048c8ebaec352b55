"""How wrong figures came about: each kind of slip, and none where nothing fits."""

from decimal import Decimal

import pytest

from generator.forms.explanations import (
    Item,
    RateFigures,
    ScoreFigures,
    explain_execution_score,
    explain_rate,
    explain_sum,
    explain_total,
    explain_weights,
)
from generator.forms.profiles import load_profile


def rate(
    printed: str, initial: str, adjusted: str, actual: str, profile: str = "shanghai"
) -> str | None:
    figures = RateFigures(
        Decimal(initial), Decimal(adjusted), Decimal(actual), load_profile(profile)
    )
    return explain_rate(figures, Decimal(printed))


@pytest.mark.parametrize(
    ("printed", "initial", "adjusted", "actual", "words"),
    [
        ("66.66", "300", "300", "200", "舍去了尾数"),
        ("50.00", "400", "300", "200", "以年初预算数 400 作了除数"),
        ("0.72", "2658.56", "2653.26", "1922.94", "填成了小数"),
        ("66.67", "3000000", "3000000", "200", "一个以元计、一个以万元计"),
        ("72.74", "2658.56", "2653.26", "1922.94", "相邻两位数字颠倒"),
        ("75.47", "2658.56", "2653.26", "1922.94", "75.47 应为 72.47（一位数字之差）"),
    ],
)
def test_rates(printed: str, initial: str, adjusted: str, actual: str, words: str) -> None:
    explanation = rate(printed, initial, adjusted, actual)
    assert explanation is not None
    assert words in explanation


def test_one_changed_digit_of_the_budget() -> None:
    """1922.94 / 2053.26 = 93.65 %: no other digit of either amount gives that."""
    explanation = rate("93.65", "2658.56", "2653.26", "1922.94")
    assert explanation == (
        "若全年预算数 2,653.26 应为 2,053.26（一位数字之差），执行率即为所填的 93.65"
    )


def test_every_plain_kind_that_fits_is_named_the_cut_first() -> None:
    """0.8693 cut is 0.86; so is 3,866,689.10 over the initial 4,478,000: 0.8635 cut."""
    explanation = rate("0.86", "4478000", "4448000", "3866689.10", "shenzhen")
    assert explanation is not None
    first, second = explanation.split("；")
    assert "舍去了尾数" in first
    assert "年初预算数" in second


def test_a_percentage_for_a_ratio() -> None:
    assert "填成了百分数" in (rate("87", "0", "4448000", "3866689.10", "shenzhen") or "")


def test_no_digit_slips_on_ratios_and_none_invented() -> None:
    assert rate("0.57", "4448000", "4448000", "3866689.10", "shenzhen") is None
    assert rate("12.34", "100", "100", "95") is None


@pytest.mark.parametrize(
    ("printed_rate", "right", "entered", "words"),
    [
        ("93.65", "72.47", "9.36", "由所填执行率 93.65% 乘以分值并舍去尾数得出"),
        ("94.00", "95.00", "9.40", "由所填执行率 94.00% 乘以分值得出"),
        ("72.47", "72.47", "7.24", "舍去了尾数"),
        ("120.00", "120.00", "12.00", "没有以分值为上限"),
        ("95.00", "95.00", "0.09", "百分数和小数混用"),
        ("72.47", "72.47", "4.00", None),
        ("72.47", "72.47", "7.52", "颠倒"),
    ],
)
def test_execution_scores(printed_rate: str, right: str, entered: str, words: str | None) -> None:
    figures = ScoreFigures(
        Decimal(printed_rate), Decimal(right), Decimal(10), load_profile("shanghai")
    )
    explanation = explain_execution_score(figures, Decimal(entered))
    assert (explanation is None) if words is None else (words in (explanation or ""))


def items(*values: str) -> list[Item]:
    return [Item(f"第{n}项", Decimal(value)) for n, value in enumerate(values, 1)]


@pytest.mark.parametrize(
    ("total", "parts", "words"),
    [
        ("100", ("100", "20", "0"), "漏加了第2项（20）"),
        ("140", ("100", "20", "0"), "重复加了第2项（20）"),
        ("1200000", ("100", "20", "0"), "合计与各项一个以元计、一个以万元计"),
        ("120.02", ("100", "20", "200"), "第3项 200 的单位"),
        ("333", ("100", "20", "0"), None),
        ("1000020", ("100", "20", "0"), "第1项 100 的单位"),
        ("210", ("100", "20", "0"), "210 应为 120（相邻两位数字颠倒）"),
    ],
)
def test_sums_of_funds(total: str, parts: tuple[str, ...], words: str | None) -> None:
    explanation = explain_sum(Decimal(total), items(*parts))
    assert (explanation is None) if words is None else (words in (explanation or ""))


@pytest.mark.parametrize(
    ("total", "scores", "words"),
    [
        ("96.1", ("48.09", "48"), "四舍五入到 1 位小数"),
        ("96.0", ("48.09", "48"), "舍去了尾数"),
        ("85", ("50", "35", "9"), "漏加了第3项（9）"),
        ("92", ("50", "35", "2", "3", "2"), None),
        ("90", ("50", "35", "2", "3", "2"), "其中数值为 2 的一项（共有 2 项）"),
        ("49", ("50", "35", "9"), "49 应为 94（相邻两位数字颠倒）"),
    ],
)
def test_total_scores(total: str, scores: tuple[str, ...], words: str | None) -> None:
    explanation = explain_total(Decimal(total), items(*scores))
    assert (explanation is None) if words is None else (words in (explanation or ""))


def test_weights_that_leave_nothing_for_execution() -> None:
    assert "没有给预算执行率留出 10 分" in (explain_weights(items("60", "40"), Decimal(10)) or "")


def test_a_weight_too_many() -> None:
    assert "恰为第2项的分值" in (explain_weights(items("60", "20", "30"), Decimal(10)) or "")
