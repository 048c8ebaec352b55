"""Points in time: 2021年, 2024年12月底前, 2021-12-31, 第四季度."""

import re
from datetime import date
from functools import cache

from generator.forms.values.date_pattern import QUARTER, QUARTERS, find_date, names_quarter
from generator.forms.values.figures import has_digit
from generator.forms.values.quantities import join_label
from generator.forms.values.readings import Bound, PointInTime, Sign, Unreadable, Why
from generator.forms.values.signs import SignsDisagreeError, agree, has_marks, read_head, read_tail
from generator.forms.values.vocabulary import vocabulary
from generator.forms.word_finder import WordFinder

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
