"""Two targets that are numbers, or ranges of numbers."""

from decimal import Decimal

from generator.forms.comparison.change import Kind, TargetChange, Why
from generator.forms.comparison.direction import Sense, sense_of
from generator.forms.comparison.units import Figures, in_one_unit
from generator.forms.models import Indicator
from generator.forms.values import Mismatch, Quantity, Range


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
