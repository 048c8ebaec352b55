"""Two targets that are numbers or ranges, in one unit, and whether more or less of it is better."""

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum, auto
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from generator.forms.comparison.change import Kind, TargetChange, Why
from generator.forms.comparison.vocabulary import similar_names
from generator.forms.models import Indicator
from generator.forms.values import Comparable, Mismatch, Quantity, Range, Sign, Unit, compare, unit


class Figures(Struct, frozen=True):
    """Two numbers in one unit; ``unit_changed`` where the forms name different ones.

    ``omitted``: one of the forms names none.
    """

    earlier: Decimal
    now: Decimal
    unit_changed: bool = False
    omitted: bool = False


def in_one_unit(earlier: Quantity, now: Quantity) -> Figures | Mismatch:
    """Return the numbers of two quantities in one unit, or why there is none."""
    pair = compare(earlier, now)
    if isinstance(pair, Comparable):
        assumed = pair.assumed is not None
        return Figures(pair.target, pair.actual, unit_changed=assumed, omitted=assumed)
    near = compare(_leniently(earlier), _leniently(now))
    if isinstance(near, Comparable) and near.assumed is None:
        return Figures(near.target, near.actual, unit_changed=True)
    return pair.why


def _leniently(quantity: Quantity) -> Quantity:
    return replace(quantity, unit=_usual(quantity.unit))


def _usual(measured: Unit) -> Unit:
    yearless = unit(measured.name.removesuffix(similar_names().yearly))
    return replace(yearless, base=_near().get(yearless.base, yearless.base))


@cache
def _near() -> Mapping[str, str]:
    return {name: group[0] for group in similar_names().near_units for name in group}


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


def compare_quantities(earlier: Quantity, now: Quantity, indicator: Indicator) -> TargetChange:
    """Return how a number changed; the sign, or else the indicator, says which way is better."""
    figures = in_one_unit(earlier, now)
    if figures is Mismatch.OPPOSITE_DIRECTIONS:
        return _not_comparable(Why.REVERSED)
    if not isinstance(figures, Figures):
        return TargetChange(Kind.UNIT_CHANGED, unit_changed=True)
    sense = sense_of(earlier, now, indicator)
    if sense is Sense.REVERSED:
        return _not_comparable(Why.REVERSED)
    if figures.earlier == figures.now:
        return _same_number(earlier, now, figures)
    if earlier.label and now.label and earlier.label != now.label:
        return _not_comparable(Why.OTHER_SUBJECT)
    if sense is Sense.UNKNOWN:
        return _not_comparable(Why.DIRECTION_UNKNOWN)
    kind = Kind.LOOSER if falls_behind(figures.now, figures.earlier, sense) else Kind.STRICTER
    return TargetChange(kind, unit_changed=figures.unit_changed)


def falls_behind(figure: Decimal, other: Decimal, sense: Sense) -> bool:
    """Tell whether a figure asks for less than another, or allows more."""
    return figure > other if sense is Sense.LOWER else figure < other


def compare_ranges(earlier: Range, now: Range) -> TargetChange:
    """Return how a range changed: wider is looser, narrower is stricter."""
    low = in_one_unit(_end(earlier, earlier.low), _end(now, now.low))
    high = in_one_unit(_end(earlier, earlier.high), _end(now, now.high))
    if not isinstance(low, Figures) or not isinstance(high, Figures):
        return TargetChange(Kind.UNIT_CHANGED, unit_changed=True)
    if earlier.label and now.label and earlier.label != now.label:
        return _not_comparable(Why.OTHER_SUBJECT)
    if (low.earlier, high.earlier) == (low.now, high.now):
        return _same_ends(earlier, now, low)
    if low.now <= low.earlier and high.now >= high.earlier:
        return TargetChange(Kind.LOOSER, unit_changed=low.unit_changed)
    if low.now >= low.earlier and high.now <= high.earlier:
        return TargetChange(Kind.STRICTER, unit_changed=low.unit_changed)
    return _not_comparable(Why.RANGES_OVERLAP)


def _same_ends(earlier: Range, now: Range, figures: Figures) -> TargetChange:
    if figures.unit_changed:
        return TargetChange(Kind.UNIT_CHANGED, unit_changed=True, omitted=figures.omitted)
    alike = (earlier.label, earlier.approximate) == (now.label, now.approximate)
    return TargetChange(Kind.KEPT if alike else Kind.WORDING)


def _same_number(earlier: Quantity, now: Quantity, figures: Figures) -> TargetChange:
    """Return what changed besides the number, the weightiest first."""
    if earlier.sign is not now.sign or earlier.approximate is not now.approximate:
        left_out = earlier.approximate is now.approximate and None in (earlier.sign, now.sign)
        return TargetChange(Kind.SIGN_ONLY, unit_changed=figures.unit_changed, omitted=left_out)
    if figures.unit_changed:
        return TargetChange(Kind.UNIT_CHANGED, unit_changed=True, omitted=figures.omitted)
    return TargetChange(Kind.KEPT if earlier.label == now.label else Kind.WORDING)


def _end(whole: Range, number: Decimal) -> Quantity:
    return Quantity(whole.text, None, number, whole.unit, whole.label)


def _not_comparable(why: Why) -> TargetChange:
    return TargetChange(Kind.NOT_COMPARABLE, why)
