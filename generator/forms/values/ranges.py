"""Ranges: 90%-95%, 5至10天, 1~2(人次)."""

import re
from functools import cache

from generator.forms.values.figures import number
from generator.forms.values.patterns import NUMBER
from generator.forms.values.quantities import join_label, read_after
from generator.forms.values.readings import BARE, Range, Sign, Unit, Unreadable, Why
from generator.forms.values.signs import SignsDisagreeError, read_head
from generator.forms.values.units import known_unit, unit

_YEARS = range(1990, 2101)
_MONTHS = 13
_BETWEEN = "(?:[~至到]|-{1,2})"


def read_range(text: str, cell: str) -> Range | Unreadable | None:
    """Read the folded ``cell`` as a range; None where it is none.

    Raises ``SignsDisagreeError`` for a range under a sign.
    """
    match = _pattern().search(cell)
    if match is None or re.search("[0-9]", cell[: match.start()]):
        return None
    head, after = read_head(cell[: match.start()]), read_after(cell[match.end() :])
    label = None if after is None else join_label(head.label, after[3])
    if after is None or label is None:
        return None
    measured, tail_sign, approximate, _ = after
    if head.shares:
        measured = unit(measured.name + head.shares)
    if match["unit"] and not _same_scale(unit(match["unit"]), measured):
        return None
    _refuse_signs(head.sign, tail_sign)
    low, high = number(match["low"]), number(match["high"])
    if measured.dimension == "calendar" and _calendar(measured.name, int(low), int(high)):
        return None
    if measured == BARE and int(low) in _YEARS and (int(high) in _YEARS or high < _MONTHS):
        return None  # 2023.07-2024.01, 2023.1-12
    if low > high:
        return Unreadable(text, Why.REVERSED_RANGE)
    return Range(text, low, high, measured, label, approximate or head.approximate)


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


@cache
def _pattern() -> re.Pattern[str]:
    unit_name = f"(?P<unit>{known_unit()})?"
    return re.compile(
        f"(?<![0-9])(?P<low>-?(?!0[0-9]){NUMBER}){unit_name}{_BETWEEN}(?P<high>{NUMBER})(?![0-9])"
    )
