"""Two targets (年度指标值) of one indicator: the same, looser, stricter, or not comparable; and a
new target against what was reached.
"""

from decimal import Decimal

from generator.forms.comparison.change import Achieved, Kind, TargetChange, Why
from generator.forms.comparison.quantities import (
    Figures,
    Sense,
    compare_quantities,
    compare_ranges,
    falls_behind,
    in_one_unit,
    sense_of,
)
from generator.forms.comparison.vocabulary import similar_names
from generator.forms.models import EvaluatedIndicator, Indicator
from generator.forms.values import (
    Blank,
    Bound,
    NotApplicable,
    PointInTime,
    Qualitative,
    Quantity,
    Range,
    Sign,
    Unreadable,
    Value,
    parse,
)
from generator.forms.values.glyphs import fold

_KEPT = TargetChange(Kind.KEPT)
_WORDING = TargetChange(Kind.WORDING)


def compare_dates(earlier: PointInTime, now: PointInTime, years: int) -> TargetChange:
    """Return how a date changed: later is looser, earlier is stricter.

    ``years`` lie between the forms.  Dates given in words (重阳节前), after which something is due,
    or to a different part of the year, are a change of wording.
    """
    before, after = _ymd(earlier, years), _ymd(now, 0)
    same_words = (earlier.part, earlier.bound, earlier.label) == (now.part, now.bound, now.label)
    if before == after:
        return _KEPT if same_words else _WORDING
    if not same_words or now.part or now.bound is Bound.AFTER:
        return _WORDING
    if [each is None for each in before] != [each is None for each in after]:
        return _WORDING
    later = [each or 0 for each in after] > [each or 0 for each in before]
    return TargetChange(Kind.LOOSER if later else Kind.STRICTER)


def _ymd(point: PointInTime, years: int) -> tuple[int | None, int | None, int | None]:
    year = None if point.year is None else point.year + years
    return (year, point.month, point.day)


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


_SAID_PLAINLY = (None, Sign.EQ)
_DIRECTIONS = (Sense.HIGHER, Sense.LOWER)


def looser_than_achieved(earlier: Indicator, now: Indicator) -> Achieved | None:
    """Return what was reached where the new target asks for less (RULES: CMP-3), else ``None``.

    Only figures count that say plainly what was reached, in a unit the target's converts to.
    """
    if not isinstance(earlier, EvaluatedIndicator) or earlier.actual is None:
        return None
    reached, target = parse(earlier.actual), parse(now.target)
    if not isinstance(reached, Quantity) or not isinstance(target, Quantity):
        return None
    figures = in_one_unit(reached, target)
    if reached.sign not in _SAID_PLAINLY or not isinstance(figures, Figures) or figures.omitted:
        return None
    sense = sense_of(_before(earlier, target), target, now)
    if sense not in _DIRECTIONS or not falls_behind(figures.now, figures.earlier, sense):
        return None
    return Achieved(earlier.actual, _far(figures, percent=target.unit.base == "%"))


def _before(earlier: Indicator, target: Quantity) -> Quantity:
    """Return the earlier target, whose sign may say what the new one leaves open."""
    before = parse(earlier.target)
    return before if isinstance(before, Quantity) else target


def _far(figures: Figures, *, percent: bool) -> bool:
    limits = similar_names().behind
    gap = abs(figures.now - figures.earlier)
    if percent:
        return gap >= limits.points
    return gap >= limits.share * max(abs(figures.now), abs(figures.earlier), Decimal(0))
