"""Two targets that are points in time: 2023年12月底前 and 2024年12月底前 ask for the same."""

from generator.forms.comparison.change import Kind, TargetChange
from generator.forms.values import Bound, PointInTime

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
