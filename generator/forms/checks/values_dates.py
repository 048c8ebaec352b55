"""VAL-13: what has a date is due within the project."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import Context, EvaluationContext, TargetContext
from generator.forms.checks.registry import evaluation_check, target_check
from generator.forms.checks.vocabulary import measures
from generator.forms.values import Bound, PointInTime, Value, parse

Span = tuple[date, date]
_DAY = timedelta(days=1)
_TO_THE_END = ("底", "末")
_PARTS = {
    **{f"第{quarter}季度": (3 * n + 1, 3 * n + 3) for n, quarter in enumerate("一二三四")},
    "上半年": (1, 6),
    "下半年": (7, 12),
}


@target_check("VAL-13")
def dates_lie_within_the_project(context: TargetContext) -> Iterator[Fault]:
    """A target date lies between the planned start and end; where it can be read either way, not
    told.

    A date without a year is tried in every year of the project.
    """
    form = context.form
    project = span_of(parse(form.planned_start)), span_of(parse(form.planned_end))
    if project[0] is None or project[1] is None or project[0][0] > project[1][1]:
        return
    start, end = project[0][0], project[1][1]
    for place, field, due in _due_dates(context):
        years = [due.year] if due.year else range(start.year, end.year + 1)
        if all(_outside(due, span_of(due, year), start, end) for year in years):
            yield fault(
                field,
                entered=due.text.strip(),
                place=place,
                start=form.planned_start,
                end=form.planned_end,
            )


@evaluation_check("VAL-13")
def dates_lie_within_the_year(context: EvaluationContext) -> Iterator[Fault]:
    """A self-evaluation prints no period: a target date of another year is asked about."""
    year = context.form.fiscal_year
    if year is None:
        return
    first, last = date(year, 1, 1), date(year, 12, 31)
    for place, field, due in _due_dates(context):
        if due.year and _outside(due, span_of(due), first, last):
            yield fault(field, entered=due.text.strip(), variant="year", place=place, year=year)


def _due_dates(context: Context) -> Iterator[tuple[str, str, PointInTime]]:
    """Yield place, field and date of every target that says when something is due."""
    for row in context.active:
        due = row.target
        if isinstance(due, PointInTime) and (due.year or due.month) and is_due(due.label):
            yield row.place, row.field("target"), due


def is_due(label: str) -> bool:
    """Tell whether the words around a date say that something is due then, in that year."""
    words = measures()
    if any(word in label for word in words.another_year):
        return False
    return not label or any(word in label for word in words.due)


def span_of(point: Value, year: int | None = None) -> Span | None:
    """Return the first and last day a point in time may mean, None where it gives no year.

    A quarter or half a year is so many months.  A day or month no calendar has does not get here:
    the reader refuses it.
    """
    if not isinstance(point, PointInTime) or not (point.year or year):
        return None
    at = point.year or year or 0
    first_month, last_month = (point.month, point.month) if point.month else _months(point.part)
    last_day = calendar.monthrange(at, last_month)[1]
    day = min(point.day, last_day) if point.day else None
    return date(at, first_month, day or 1), date(at, last_month, day or last_day)


def _months(part: str) -> tuple[int, int]:
    """Return the first and last month the words that narrow a year may mean."""
    return next((months for words, months in _PARTS.items() if part.startswith(words)), (1, 12))


def _outside(due: PointInTime, span: Span | None, start: date, end: date) -> bool:
    """Tell whether a date lies outside however it is read.

    2025年1月前 may mean the end of 2024; 2023年起 may mean today.
    """
    if span is None:
        return False
    first, last = span
    if due.bound is Bound.AFTER:
        return first > end
    if due.bound is Bound.BEFORE and not due.part.endswith(_TO_THE_END):
        return first - _DAY > end or last < start
    return first > end or last < start
