"""Whether more or less is better, where the sign of a target does not say it."""

from enum import Enum, auto

from generator.forms.comparison.vocabulary import similar_names
from generator.forms.models import Indicator
from generator.forms.values import Quantity, Sign

_TIME = ("time", "calendar")


class Sense(Enum):
    """Which way a figure gets better."""

    HIGHER = auto()
    LOWER = auto()
    UNKNOWN = auto()
    REVERSED = auto()
    """One sign says higher, the other lower."""


def sense_of(earlier: Quantity, now: Quantity, indicator: Indicator) -> Sense:
    """Return which way is better for two targets of an indicator.

    A sign with a direction decides; ``=0`` is a promise that nothing happens; then the name, and
    last the unit: more money or time for the same may be better or worse.
    """
    signs = (earlier.sign, now.sign)
    lower = {sign.lower_is_better for sign in signs if sign is not None and sign is not Sign.EQ}
    if lower:
        return Sense.REVERSED if len(lower) > 1 else _sense(lower=lower.pop())
    if not earlier.number or not now.number:
        return Sense.LOWER
    return _by_name(indicator) or _by_unit(now, indicator)


def _sense(*, lower: bool) -> Sense:
    return Sense.LOWER if lower else Sense.HIGHER


def _by_name(indicator: Indicator) -> Sense | None:
    name, words = indicator.name or "", similar_names().direction
    if any(word in name for word in words.higher):
        return Sense.HIGHER
    return Sense.LOWER if any(word in name for word in words.lower) else None


def _by_unit(target: Quantity, indicator: Indicator) -> Sense:
    dimension = (target.unit.dimension or "").split("/")[0]
    if dimension == "money":
        levels = f"{indicator.level1}{indicator.level2}"
        return Sense.LOWER if "成本" in levels else Sense.UNKNOWN
    if dimension in _TIME or target.unit.base == "工作日":
        return Sense.LOWER if target.label else Sense.UNKNOWN
    return Sense.HIGHER
