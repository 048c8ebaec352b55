"""Scores of indicators due at a point in time."""

from decimal import Decimal

from generator.forms.scoring.outcome import Branch, IndicatorScore, undecided
from generator.forms.values import Bound, PointInTime

_LAST_MONTH, _LAST_DAY = 12, 31
_Day = tuple[int, int, int]


def score_date(target: PointInTime, actual: PointInTime, weight: Decimal) -> IndicatorScore:
    """Score a date against a date: full weight when the same or surely not later.

    A later date, and one of which the words do not say enough (重阳节, 年底), is a person's
    decision: no rule says what lateness costs.
    """
    if actual == target or _surely_in_time(target, actual):
        return IndicatorScore(weight, None, True, False, Branch.ON_TIME)
    return undecided(Branch.UNJUDGED, asks_person=True)


def _surely_in_time(target: PointInTime, actual: PointInTime) -> bool:
    if target.bound is Bound.AFTER or (target.year is None) != (actual.year is None):
        return False
    if (target.month is None and target.year is None) or (
        actual.month is None and actual.year is None
    ):
        return False
    return _last_day(actual) <= _due_day(target)


def _last_day(point: PointInTime) -> _Day:
    """Return the last day the words can mean (30 February is as good as any for comparing)."""
    return (point.year or 0, point.month or _LAST_MONTH, point.day or _LAST_DAY)


def _due_day(target: PointInTime) -> _Day:
    """Return the first day the target can mean where it is vague, else its last.

    "2024年重阳节前" may mean any day of the year, so only what was done before 2024 is surely in
    time; "2024年" itself lasts to its end.
    """
    vague = target.part or (target.bound is Bound.BEFORE and target.day is None)
    if vague:
        return (target.year or 0, target.month or 1, 0)
    return _last_day(target)
