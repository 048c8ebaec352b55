"""Two targets (年度指标值) of one indicator: the same, looser, stricter, or not comparable."""

from generator.forms.comparison.change import Kind, TargetChange, Why
from generator.forms.comparison.dates import compare_dates
from generator.forms.comparison.quantities import compare_quantities, compare_ranges
from generator.forms.models import Indicator
from generator.forms.values import (
    Blank,
    NotApplicable,
    PointInTime,
    Qualitative,
    Quantity,
    Range,
    Unreadable,
    Value,
    parse,
)
from generator.forms.values.glyphs import fold

KEPT = TargetChange(Kind.KEPT)
_MEASURED = (Quantity, Range, PointInTime)
_EMPTY = (Blank, NotApplicable)


def compare_targets(earlier: Indicator, now: Indicator, years: int = 0) -> TargetChange:
    """Return how the target of an indicator changed; never raises.

    ``years`` lie between the forms: a date moved on by as many is the same date.
    """
    before, after = parse(earlier.target), parse(now.target)
    if fold(earlier.target or "") == fold(now.target or ""):
        return KEPT
    match before, after:
        case Quantity(), Quantity():
            return compare_quantities(before, after, now)
        case Range(), Range():
            return compare_ranges(before, after)
        case PointInTime(), PointInTime():
            return compare_dates(before, after, years)
        case Qualitative(), Qualitative() if before.figures is after.figures:
            return KEPT if before == after else TargetChange(Kind.WORDING)
    return KEPT if _both_empty(before, after) else _not_comparable(before, after)


def _both_empty(before: Value, after: Value) -> bool:
    return any(isinstance(before, kind) and isinstance(after, kind) for kind in _EMPTY)


def _not_comparable(before: Value, after: Value) -> TargetChange:
    return TargetChange(Kind.NOT_COMPARABLE, _why(before, after))


def _why(before: Value, after: Value) -> Why:
    if isinstance(after, Blank):
        return Why.BLANK_NOW
    if isinstance(before, Blank):
        return Why.BLANK_BEFORE
    if isinstance(before, NotApplicable) or isinstance(after, NotApplicable):
        return Why.NOT_APPLICABLE
    if isinstance(before, Unreadable) or isinstance(after, Unreadable):
        return Why.UNREADABLE
    if _has_figures(before) is _has_figures(after):
        return Why.OTHER_NOTATION
    return Why.FIGURES_LOST if _has_figures(before) else Why.FIGURES_GAINED


def _has_figures(value: Value) -> bool:
    return isinstance(value, _MEASURED) or (isinstance(value, Qualitative) and value.figures)
