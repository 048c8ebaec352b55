"""Ranges: 90%-95%, 5至10天, 1~2(人次)."""

import re
from typing import NamedTuple

from generator.forms.values.figures import NUMBER, number
from generator.forms.values.quantities import join_label, read_after
from generator.forms.values.readings import BARE, Range, Sign, Unit, Unreadable, Why
from generator.forms.values.signs import SignsDisagreeError, read_head
from generator.forms.values.units import unit, unit_ends

_YEARS = range(1990, 2101)
_MONTHS = 13
_LOW = re.compile(rf"[^0-9]*?(-?(?!0[0-9]){NUMBER})")
_HIGH = re.compile(rf"(?:~|[至到]|-{{1,2}})({NUMBER})(?![0-9])")


class Ends(NamedTuple):
    """Both ends of a range as written, the unit behind the lower, and where they stand."""

    low: str
    unit: str
    high: str
    start: int
    end: int


def read_range(text: str, cell: str) -> Range | Unreadable | None:
    """Read the folded ``cell`` as a range; None where it is none.

    Raises ``SignsDisagreeError`` for a range under a sign.
    """
    ends = _ends(cell)
    if ends is None:
        return None
    head, after = read_head(cell[: ends.start]), read_after(cell[ends.end :])
    label = None if after is None else join_label(head.label, after[3])
    if after is None or label is None:
        return None
    measured, tail_sign, approximate, _ = after
    if head.shares:
        measured = unit(measured.name + head.shares)
    if ends.unit and not _same_scale(unit(ends.unit), measured):
        return None
    _refuse_signs(head.sign, tail_sign)
    low, high = number(ends.low), number(ends.high)
    if measured.dimension == "calendar" and _calendar(measured.name, int(low), int(high)):
        return None
    if measured == BARE and int(low) in _YEARS and (int(high) in _YEARS or high < _MONTHS):
        return None  # 2023.07-2024.01, 2023.1-12
    if low > high:
        return Unreadable(text, Why.REVERSED_RANGE)
    return Range(text, low, high, measured, label, approximate or head.approximate)


def _ends(cell: str) -> Ends | None:
    """Return the ends of the range whose lower end is the first number of the folded cell."""
    low = _LOW.match(cell)
    if low is None:
        return None
    for end in (*unit_ends(cell, low.end()), low.end()):
        high = _HIGH.match(cell, end)
        if high is not None:
            return Ends(low[1], cell[low.end() : end], high[1], low.start(1), high.end())
    return None


def _same_scale(low: Unit, high: Unit) -> bool:
    """Tell whether both ends have one unit; the lower may leave out all but 万 (5万-10万元)."""
    return low == high or (not low.base and low.multiplier == high.factor)


def _refuse_signs(before: Sign | None, after: Sign | None) -> None:
    """A range may stand after "=" and before 内; any other sign leaves it open what is meant."""
    if before not in (None, Sign.EQ) or after not in (None, Sign.LE):
        raise SignsDisagreeError


def _calendar(name: str, low: int, high: int) -> bool:
    """Tell whether the ends name months or years (1-6月, 2023-2024年), not a length of time."""
    return (name == "月" and high <= 12) or (name == "年" and 1900 <= low <= 2100)
