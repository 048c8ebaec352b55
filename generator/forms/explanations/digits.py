"""Slips of the typing hand: two neighbouring digits swapped, one digit wrong.

Swapped digits are the simpler kind and go first.  Within a kind a slip is named only when it is
the only one that fits, in the printed result and all of its inputs together.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from operator import ne

from generator.forms.explanations.figures import Item
from generator.forms.explanations.wording import say
from generator.forms.numbers import text

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
