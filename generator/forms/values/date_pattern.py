"""The pattern of a point in time, put together only for texts that may hold one."""

import re
from functools import cache

from generator.forms.values.patterns import any_of
from generator.forms.values.vocabulary import vocabulary

QUARTER = "季度"
QUARTERS = "一二三四"
# No date is without one of these, or a year and a mark behind it.
_NAMING = frozenset("年月日号季前")
_CENTURIES = ("19", "20", "2100")
_MARKS = frozenset("-/.")

_YEAR = "(?:19|20)[0-9]{2}|2100"
_DAY = "[0-9]{1,2}"


def find_date(cell: str) -> re.Match[str] | None:
    """Return the first point in time in the folded cell, None for none."""
    return _pattern(QUARTER in cell).search(cell) if _may_hold_date(cell) else None


def names_quarter(text: str) -> bool:
    """Tell whether a quarter stands in a folded text, written in characters: 第四季度."""
    return QUARTER in text and any(f"{number}{QUARTER}" in text for number in QUARTERS)


def _may_hold_date(cell: str) -> bool:
    if not _NAMING.isdisjoint(cell):
        return True
    return not _MARKS.isdisjoint(cell) and any(century in cell for century in _CENTURIES)


@cache
def _pattern(quarters: bool) -> re.Pattern[str]:
    """Return the pattern with quarters or, which is made much faster, without."""
    bounds = any_of(vocabulary().bounds)
    quarter = f"第?(?P<quarter%d>[1-4{QUARTERS}]){QUARTER}" if quarters else "(?P<quarter%d>(?!))"
    written = (
        f"(?P<year1>{_YEAR})年度?"
        f"(?:(?P<month1>[0-9]{{1,2}})月份?(?:(?P<day1>{_DAY})[日号])?|{quarter % 1})?"
    )
    figures = (
        f"(?P<year2>{_YEAR})(?:(?P<mark>[-/.])(?P<month2>[0-9]{{1,2}})(?P=mark)(?P<day2>{_DAY})日?"
        f"|[-/](?P<month3>0?[1-9]|1[0-2])(?=$|{bounds}|底))"
    )
    yearless = (
        f"(?P<month4>0?[1-9]|1[0-2])月份?(?:(?P<day4>{_DAY})[日号])?"
        f"|(?P<day5>[12]?[0-9]|3[01])[日号](?=之?前)|{quarter % 2}"
        f"|(?P<month6>0?[1-9]|1[0-2])\\.(?P<day6>{_DAY})(?=之?前)"
    )
    return re.compile(f"(?<![0-9.,/-])(?:{written}|{figures}|{yearless})")
