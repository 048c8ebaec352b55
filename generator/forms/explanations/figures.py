"""The figures a wrong result was made from, and the slips of the typing hand in them."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from operator import ne

from msgspec import Struct

from generator.forms.explanations.wording import say
from generator.forms.numbers import cut, round_half_up, text
from generator.forms.profiles import Profile


class Item(Struct, frozen=True):
    """One addend: what staff call it, and its value."""

    name: str
    value: Decimal


class RateFigures(Struct, frozen=True):
    """The money of one execution rate, in the form's unit."""

    initial: Decimal | None
    adjusted: Decimal
    actual: Decimal
    profile: Profile

    def gives(self, rate: Decimal, spent: Decimal, budget: Decimal | None) -> bool:
        """Tell whether expenditure over budget is displayed as this rate, rounded or cut."""
        places = self.profile.execution.decimals.value
        whole = spent * self.profile.execution.whole
        # A slip of the hand is tried hundreds of times: most are far off, which needs no division.
        if not budget or abs(whole - rate * budget) > abs(budget).scaleb(-places):
            return False
        return rate in both_ways(whole / budget, places)


class ScoreFigures(Struct, frozen=True):
    """What an execution score was made from: rates in the profile's unit, weight in points."""

    printed_rate: Decimal | None
    rate: Decimal
    weight: Decimal
    profile: Profile

    def points(self, rate: Decimal) -> Decimal:
        """Return the exact points of a rate, neither capped nor rounded."""
        return rate * self.weight / self.profile.execution.whole


def both_ways(exact: Decimal, places: int) -> tuple[Decimal, Decimal]:
    """Return a figure as it is displayed: rounded half up, and cut."""
    return round_half_up(exact, places), cut(exact, places)


def decimals(value: Decimal) -> int:
    """Return how many decimals a figure is written with."""
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


_MOST_DIGITS = 2
Slips = Callable[[Decimal], Iterator[Decimal]]
Fits = Callable[[int, Decimal], bool]
"""Whether the input at this position, read as this value, gives the result that was printed."""


def swapped(value: Decimal) -> Iterator[Decimal]:
    """Yield the numbers that have two neighbouring digits of this one the other way round."""
    written = text(value)
    places = [place for place, char in enumerate(written) if char.isdigit()]
    for one, other in pairwise(places):
        if written[one] != written[other]:
            chars = list(written)
            chars[one], chars[other] = chars[other], chars[one]
            yield from _number("".join(chars))


def mistyped(value: Decimal) -> Iterator[Decimal]:
    """Yield the numbers that differ from this one in exactly one digit."""
    written = text(value)
    for place, char in enumerate(written):
        if char.isdigit():
            for digit in "0123456789":
                if digit != char:
                    yield from _number(f"{written[:place]}{digit}{written[place + 1 :]}")


def may_be_slip(value: Decimal, other: Decimal) -> bool:
    """Tell quickly whether a slip can make one number of the other: all but two digits alike."""
    at_its_scale = other.quantize(value)
    if at_its_scale != other:
        return False
    one, two = text(value), text(at_its_scale)
    return len(one) == len(two) and sum(map(ne, one, two)) <= _MOST_DIGITS


def only_slip(entered: Item, expected: Decimal, inputs: Sequence[Item], fits: Fits) -> str | None:
    """Return the one slip that explains a wrong result, ``None`` where none or several fit.

    ``entered`` is the printed result under the name staff know it by.
    """
    for slips, kind in ((swapped, "digits_swapped"), (mistyped, "digit_mistyped")):
        found = list(_explaining(entered, expected, inputs, fits, slips))
        if found:
            item, value = found[0]
            return _words(entered, item, value, kind) if len(found) == 1 else None
    return None


def _explaining(
    entered: Item, expected: Decimal, inputs: Sequence[Item], fits: Fits, slips: Slips
) -> Iterator[tuple[Item, Decimal]]:
    """Yield (figure, what it should read) for every slip of a kind that gives the result."""
    if expected in slips(entered.value):
        yield entered, expected
    for number, item in enumerate(inputs):
        for value in slips(item.value):
            if fits(number, value):
                yield item, value


def _words(entered: Item, item: Item, value: Decimal, kind: str) -> str:
    slip = {"name": item.name, "value": item.value, "right": value, "kind": say(kind)}
    if item is entered:
        return say("slip_in_result", **slip)
    return say("slip_in_figure", **slip, result=entered.name, entered=entered.value)


def _number(written: str) -> Iterator[Decimal]:
    """Yield the number, unless it begins with a zero nobody writes."""
    if not (written.startswith("0") and written[1:2].isdigit()):
        yield Decimal(written)
