"""The figures a wrong result was made from."""

from decimal import Decimal

from msgspec import Struct

from generator.forms.numbers import cut, round_half_up
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
