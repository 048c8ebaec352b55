"""Whether something was surely done later than it was due, however the dates are read."""

from generator.forms.checks.values_dates import is_due, span_of
from generator.forms.values import Bound, PointInTime, Value


def is_late(due: Value, done: Value, year: int | None) -> bool:
    """Tell whether even the first day of what was reported lies behind the last day allowed.

    A date without a year is one of ``year``, the form's.
    """
    if not isinstance(due, PointInTime) or not isinstance(done, PointInTime):
        return False
    if not _tells_last_day(due, year) or not _tells_first_day(done, due):
        return False
    allowed, reported = span_of(due, year), span_of(done, year)
    return allowed is not None and reported is not None and reported[0] > allowed[1]


def _tells_last_day(due: PointInTime, year: int | None) -> bool:
    """Tell whether a target says when something is due.

    One of another year was probably left over from another form, which VAL-13 asks about.
    """
    return due.year in (None, year) and due.bound is not Bound.AFTER and is_due(due.label)


def _tells_first_day(done: PointInTime, due: PointInTime) -> bool:
    """Tell whether a report says when that was done.

    No day is told by a bound (12月底前), nor by a report on something else (启动, 完成).
    """
    same = not due.label or not done.label or due.label == done.label
    return same and done.bound is None
