"""Points in time: 2021年, 2024年12月底前, 2021-12-31, 第四季度."""

import re
from datetime import date
from functools import cache

from generator.forms.values.patterns import any_of
from generator.forms.values.quantities import join_label
from generator.forms.values.readings import Bound, PointInTime, Sign, Unreadable, Why
from generator.forms.values.signs import SignsDisagreeError, agree, has_marks, read_head, read_tail
from generator.forms.values.vocabulary import vocabulary

_QUARTERS = "一二三四"
_SECOND = re.compile(f"[0-9]|[{_QUARTERS}]季度")
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
    match = _pattern().search(cell)
    if match is None:
        return None
    before, tail = cell[: match.start()], read_tail(cell[match.end() :])
    head, rest = read_head(before), tail.rest
    # 每年12月底前: here 每年 is no share of a unit.
    label = before + rest if head.shares else join_label(head.label, rest)
    if label is None or _SECOND.search(label) or rest[:1] in ("/", "("):
        return None
    if has_marks(label) or head.approximate or tail.approximate:
        return None
    year, month, day = (_figure(match, *names) for names in _GROUPS)
    if not _possible(year, month, day):
        return Unreadable(text, Why.IMPOSSIBLE_DATE)
    sign = agree(head.sign, tail.sign)
    bound = _bound(sign, vocabulary().bounds.get(match["bound"] or ""))
    return PointInTime(text, year, month, day, bound, _words(match), label)


def _figure(match: re.Match[str], *names: str) -> int | None:
    found = _first(match, *names)
    return int(found) if found else None


def _first(match: re.Match[str], *names: str) -> str:
    return next((match[name] for name in names if match[name]), "")


def _words(match: re.Match[str]) -> str:
    quarter, part = _first(match, "quarter1", "quarter2"), match["part"] or ""
    if not quarter:
        return part
    return f"第{_QUARTERS[int(quarter) - 1] if quarter.isdecimal() else quarter}季度{part}"


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
def _pattern() -> re.Pattern[str]:
    words = vocabulary()
    bounds = any_of(words.bounds)
    year, day = "(?:19|20)[0-9]{2}|2100", "[0-9]{1,2}"
    written = (
        f"(?P<year1>{year})年度?"
        f"(?:(?P<month1>[0-9]{{1,2}})月份?(?:(?P<day1>{day})[日号])?|{_quarter(1)})?"
    )
    figures = (
        f"(?P<year2>{year})(?:(?P<mark>[-/.])(?P<month2>[0-9]{{1,2}})(?P=mark)(?P<day2>{day})日?"
        f"|[-/](?P<month3>0?[1-9]|1[0-2])(?=$|{bounds}|底))"
    )
    yearless = (
        f"(?P<month4>0?[1-9]|1[0-2])月份?(?:(?P<day4>{day})[日号])?"
        f"|(?P<day5>[12]?[0-9]|3[01])[日号](?=之?前)|{_quarter(2)}"
        f"|(?P<month6>0?[1-9]|1[0-2])\\.(?P<day6>{day})(?=之?前)"
    )
    part = f"(?P<part>{any_of(words.date_parts)})?(?P<bound>{bounds})?"
    return re.compile(f"(?<![0-9.,/-])(?:{written}|{figures}|{yearless}){part}")


def _quarter(n: int) -> str:
    return f"第?(?P<quarter{n}>[1-4一二三四])季度"
