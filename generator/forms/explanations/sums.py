"""How a wrong sum probably came about: fund totals, the total score, the sum of weights."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from generator.forms.explanations import figures as slips
from generator.forms.explanations.figures import Item, decimals
from generator.forms.explanations.wording import name, say
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
        return say("weights_without_execution", execution=execution)
    excess = rows + execution - _FULL
    suspects = [item for item in items if item.value == excess > 0]
    if len(suspects) == 1:
        return say("weight_too_many", excess=excess, name=suspects[0].name)
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
        key = "sum_rounded" if places else "sum_rounded_whole"
        return say(key, exact=expected, places=places)
    return say("sum_cut", exact=expected) if cut(expected, places) == entered else None


def _unit(entered: Decimal, items: Sequence[Item]) -> str | None:
    expected = _sum(items)
    if not expected or entered not in (expected * _WAN, expected / _WAN):
        return None
    return say("sum_money_unit")


def _one_in_another_unit(entered: Decimal, items: Sequence[Item]) -> str | None:
    expected = _sum(items)
    for item in items:
        for value in (item.value * _WAN, item.value / _WAN):
            if item.value and expected - item.value + value == entered:
                return say("item_money_unit", name=item.name, value=item.value)
    return None


def _left_out(entered: Decimal, items: Sequence[Item]) -> str | None:
    missing = _sum(items) - entered
    return _named("left_out", [item for item in items if item.value == missing > 0])


def _twice(entered: Decimal, items: Sequence[Item]) -> str | None:
    excess = entered - _sum(items)
    return _named("added_twice", [item for item in items if item.value == excess > 0])


def _named(key: str, suspects: Sequence[Item]) -> str | None:
    """Name the item where it is the only one; among several say only how much it is."""
    if not suspects:
        return None
    first = suspects[0]
    if len(suspects) == 1:
        return say(key, name=first.name, value=first.value)
    return say(f"{key}_one_of", value=first.value, count=len(suspects))


def _slip(entered: Decimal, items: Sequence[Item]) -> str | None:
    expected = _sum(items)
    excess = entered - expected
    suspects = [item for item in items if slips.may_be_slip(item.value, item.value + excess)]

    def fits(number: int, value: Decimal) -> bool:
        return value == suspects[number].value + excess

    return slips.only_slip(Item(name("sum"), entered), expected, suspects, fits)
