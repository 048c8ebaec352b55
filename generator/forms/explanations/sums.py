"""How a wrong sum probably came about: fund totals, the total score, the sum of weights."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from generator.forms.catalogue import shown
from generator.forms.explanations import digits
from generator.forms.explanations.figures import Item, decimals
from generator.forms.numbers import cut, round_half_up

Candidate = Callable[[Decimal, Sequence[Item]], str | None]
_WAN = Decimal(10000)
_FULL = Decimal(100)


def explain_sum(entered: Decimal, items: Sequence[Item]) -> str | None:
    """Return how a fund total came about that is not the sum of its sources."""
    return _first(entered, items, (_unit, _one_in_another_unit, _left_out, _twice, _slip))


def explain_total(entered: Decimal, items: Sequence[Item]) -> str | None:
    """Return how a total score came about that is not the sum of its scores."""
    return _first(entered, items, (_rounded, _left_out, _twice, _slip))


def explain_weights(items: Sequence[Item], execution: Decimal) -> str | None:
    """Return why the weights of indicators and execution do not make 100."""
    rows = _sum(items)
    if rows == _FULL:
        return f"各指标分值之和已是100分，没有给预算执行率留出 {shown(execution)} 分"
    excess = rows + execution - _FULL
    suspects = [item for item in items if item.value == excess > 0]
    if len(suspects) == 1:
        return f"多出的 {shown(excess)} 分恰为{suspects[0].name}的分值，这一项可能重复或多填"
    return None


def _first(entered: Decimal, items: Sequence[Item], candidates: Sequence[Candidate]) -> str | None:
    for candidate in candidates:
        words = candidate(entered, items)
        if words:
            return words
    return None


def _sum(items: Sequence[Item]) -> Decimal:
    return sum((item.value for item in items), Decimal(0))


def _rounded(entered: Decimal, items: Sequence[Item]) -> str | None:
    expected, places = _sum(items), decimals(entered)
    if decimals(expected) <= places:
        return None
    if round_half_up(expected, places) == entered:
        return f"{shown(expected)} 四舍五入到 {places} 位小数" if places else "四舍五入到整数"
    return f"{shown(expected)} 舍去了尾数" if cut(expected, places) == entered else None


def _unit(entered: Decimal, items: Sequence[Item]) -> str | None:
    expected = _sum(items)
    if not expected or entered not in (expected * _WAN, expected / _WAN):
        return None
    return "合计与各项一个以元计、一个以万元计"


def _one_in_another_unit(entered: Decimal, items: Sequence[Item]) -> str | None:
    expected = _sum(items)
    for item in items:
        for value in (item.value * _WAN, item.value / _WAN):
            if item.value and expected - item.value + value == entered:
                return f"{item.name} {shown(item.value)} 的单位（元、万元）可能与其他各项不同"
    return None


def _left_out(entered: Decimal, items: Sequence[Item]) -> str | None:
    missing = _sum(items) - entered
    return _named("可能漏加了", [item for item in items if item.value == missing > 0])


def _twice(entered: Decimal, items: Sequence[Item]) -> str | None:
    excess = entered - _sum(items)
    return _named("可能重复加了", [item for item in items if item.value == excess > 0])


def _named(words: str, suspects: Sequence[Item]) -> str | None:
    """Name the item where it is the only one; among several say only how much it is."""
    if not suspects:
        return None
    if len(suspects) == 1:
        return f"{words}{suspects[0].name}（{shown(suspects[0].value)}）"
    return f"{words}其中数值为 {shown(suspects[0].value)} 的一项（共有 {len(suspects)} 项）"


def _slip(entered: Decimal, items: Sequence[Item]) -> str | None:
    expected = _sum(items)

    def fits(number: int, value: Decimal) -> bool:
        return expected - items[number].value + value == entered

    return digits.only_slip(Item("合计", entered), expected, items, fits)
