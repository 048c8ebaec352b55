"""Points in time: 2021年, 2024年12月底前, 2021-12-31, 第四季度."""

import re
from datetime import date
from functools import cache

from generator.forms.values.figures import any_of, has_digit
from generator.forms.values.quantities import join_label
from generator.forms.values.readings import Bound, PointInTime, Sign, Unreadable, Why
from generator.forms.values.signs import SignsDisagreeError, agree, has_marks, read_head, read_tail
from generator.forms.values.vocabulary import vocabulary
from generator.forms.words import WordFinder

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


_GROUPS = (
    ("year1", "year2"),
    ("month1", "month2", "month3", "month4", "month6"),
    ("day1", "day2", "day4", "day5", "day6"),
)
_SIDES = {
    Sign.LE: Bound.BEFORE,
    Sign.LT: Bound.BEFORE,
    Sign.GE: Bound.AFTER,
    Sign.GT: Bound.AFTER,
    Sign.EQ: None,
}


def read_date(text: str, cell: str) -> PointInTime | Unreadable | None:
    """Read the folded ``cell`` as one point in time; None where it is none or more than one.

    Raises ``SignsDisagreeError``.
    """
    match = find_date(cell)
    if match is None:
        return None
    part, bounding = _behind(cell, match.end())
    before, end = cell[: match.start()], match.end() + len(part + bounding)
    tail = read_tail(cell[end:])
    head, rest = read_head(before), tail.rest
    # 每年12月底前: here 每年 is no share of a unit.
    label = before + rest if head.shares else join_label(head.label, rest)
    if label is None or has_digit(label) or names_quarter(label) or rest[:1] in ("/", "("):
        return None
    if has_marks(label) or head.approximate or tail.approximate:
        return None
    year, month, day = (_figure(match, *names) for names in _GROUPS)
    if not _possible(year, month, day):
        return Unreadable(text, Why.IMPOSSIBLE_DATE)
    sign = agree(head.sign, tail.sign)
    bound = _bound(sign, vocabulary().bounds.get(bounding))
    return PointInTime(text, year, month, day, bound, _quarter(match) + part, label)


def _behind(cell: str, end: int) -> tuple[str, str]:
    """Return what narrows a date and what bounds it, behind it: 底 and 前 of 12月底前."""
    part = cell[end : _parts().end(cell, end) or end]
    end += len(part)
    return part, cell[end : _bounds().end(cell, end) or end]


def _figure(match: re.Match[str], *names: str) -> int | None:
    found = _first(match, *names)
    return int(found) if found else None


def _first(match: re.Match[str], *names: str) -> str:
    return next((match[name] for name in names if match[name]), "")


def _quarter(match: re.Match[str]) -> str:
    quarter = _first(match, "quarter1", "quarter2")
    if quarter.isdecimal():
        quarter = QUARTERS[int(quarter) - 1]
    return f"第{quarter}{QUARTER}" if quarter else ""


def _possible(year: int | None, month: int | None, day: int | None) -> bool:
    try:
        date(year or 2000, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return False
    return True


def _bound(sign: Sign | None, bound: Bound | None) -> Bound | None:
    if sign is None:
        return bound
    side = _SIDES[sign]
    if bound and side and bound is not side:
        raise SignsDisagreeError
    return bound or side


@cache
def _parts() -> WordFinder:
    return WordFinder(vocabulary().date_parts)


@cache
def _bounds() -> WordFinder:
    return WordFinder(vocabulary().bounds)
