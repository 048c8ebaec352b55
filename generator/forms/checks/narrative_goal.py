"""NAR-4: what a goal promises in figures is measured by an indicator."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import Row, TargetContext
from generator.forms.checks.registry import target_check
from generator.forms.checks.vocabulary import plain
from generator.forms.checks.wording import listed
from generator.forms.narrative import (
    Figure,
    Subject,
    counts_same_thing,
    figures,
    narrative_words,
    prose,
    quoted,
    same_thing,
    subject_of,
    subjects,
)
from generator.forms.values import Quantity, Value
from generator.forms.values.figures import NUMBER

_YEAR = "((?:19|20)[0-9]{2})年"
_PARTS = "其中"


def is_promise(figure: Figure, year: int | None) -> bool:
    """Tell whether a figure of a goal promises something of the form's year."""
    words = narrative_words()
    if not (figure.is_percent or figure.is_count):
        return False
    framed = figure.unit.base.split("/")[0] in words.frame_units
    if framed or words.any_background.is_in(figure.clause):
        return False
    return not (_is_frame(figure) or _is_forecast(figure) or _is_of_another_year(figure, year))


def _is_frame(figure: Figure) -> bool:
    """Tell whether a figure says where something is done or by which standard, or parts of another.

    So does a count of what goes on as it did.
    """
    words = narrative_words()
    if figure.is_percent:
        return figure.before.endswith(words.standards)
    if figure.approximate and any(word in figure.before for word in words.everywhere):
        return True
    somewhere = figure.after.startswith(words.places)
    if somewhere and not any(word in figure.before for word in words.works):
        return True
    return figure.clause.startswith(_PARTS) or any(word in figure.after for word in words.goes_on)


def _is_forecast(figure: Figure) -> bool:
    """Tell whether a share says how things are expected to go: 预计业务量增长5%左右."""
    words = narrative_words()
    expected = any(word in figure.before for word in words.forecasts)
    return figure.is_percent and expected and any(word in figure.before for word in words.changes)


def _is_of_another_year(figure: Figure, year: int | None) -> bool:
    """Tell whether the clause of a figure names other years than the form's, and not that one."""
    years = re.findall(_YEAR, figure.clause)
    return year is not None and bool(years) and str(year) not in years


_NUMBER = rf"({NUMBER})\(?(万|亿)?"  # the official notation brackets it: 12.00(万卷)
_FACTORS = {"": 1, "万": 10**4, "亿": 10**8}
_MOST_QUOTED = 4


@target_check("NAR-4")
def promises_are_measured(context: TargetContext) -> Iterator[Fault]:
    """Shares and counts of a goal stand in an indicator, alone or as a sum.

    A share or count whose indicator has another number differs from it; one that stands nowhere is
    not measured at all.  Money and time, what describes the state of things, and units that are no
    promise of their own are left aside.  A form without indicators is STR-5's.
    """
    if not context.active:
        return
    for field, name, text in _goals(context):
        promised = _promised(context, text)
        differing = dict(_differing(context, promised))
        for figure, row in differing.items():
            yield fault(
                field,
                entered=quoted(figure.clause),
                expected=row.target.text.strip(),
                variant="different",
                goal=name,
                place=row.place,
            )
        left = _unmeasured(context, [figure for figure in promised if figure not in differing])
        if left:
            quotes = list(dict.fromkeys(quoted(figure.clause) for figure in left))
            yield fault(
                field,
                entered="；".join(quotes),
                goal=name,
                quotes=listed(f"“{quote}”" for quote in quotes[:_MOST_QUOTED]),
            )


def _goals(context: TargetContext) -> Iterator[tuple[str, str, str | None]]:
    """Yield the field, the Chinese name and the text of the goals."""
    yield "overall_goal", "项目总目标", context.form.overall_goal
    yield "annual_goal", "年度总体目标", context.form.annual_goal


def _promised(context: TargetContext, text: str | None) -> list[Figure]:
    """Return the promises of a goal, but for counts that together make what an indicator has."""
    year = context.form.fiscal_year
    promised = [figure for figure in figures(prose(text)) if is_promise(figure, year)]
    by_unit: dict[str, list[Figure]] = {}
    for figure in promised:
        if figure.is_count:
            by_unit.setdefault(figure.unit.base, []).append(figure)
    aims = _aims(context) if by_unit else frozenset()
    summed = {
        unit
        for unit, counts in by_unit.items()
        if counts[1:] and sum((figure.value for figure in counts), Decimal(0)) in aims
    }
    return [figure for figure in promised if figure.unit.base not in summed]


def _differing(context: TargetContext, promised: list[Figure]) -> Iterator[tuple[Figure, Row]]:
    """Yield the figures whose own indicator has another number, each with that indicator."""
    before = None
    for figure in promised:
        meant = _meant(context, figure, before)
        if meant and not any(_stands_in(figure, _numbers(row)) for row in meant):
            yield figure, meant[0]
        before = figure


def _meant(context: TargetContext, figure: Figure, before: Figure | None) -> list[Row]:
    """Return the rows with a number that just this figure is about."""
    rows = [row for row in context.active if _unit(row) == figure.unit.base]
    if figure.is_count:
        return [row for row in rows if counts_same_thing(figure, row.name)]
    wanted = [subject for subject in subjects(figure, before) if subject.object]
    return [row for row in rows if any(_is_of(subject, row) for subject in wanted)]


def _is_of(subject: Subject, row: Row) -> bool:
    measured = subject_of(row.name) if subject.measure in row.name else None
    return measured is not None and same_thing(subject, measured)


def _unit(row: Row) -> str | None:
    return row.target.unit.base if isinstance(row.target, Quantity) else None


def _unmeasured(context: TargetContext, promised: list[Figure]) -> list[Figure]:
    """Return the figures no indicator has, as its target or among its words."""
    aims = _aims(context)
    left = [figure for figure in promised if not _stands_in(figure, aims)]
    if not left:
        return []
    known = frozenset(number for row in context.active for number in _numbers(row))
    return [figure for figure in left if not _stands_in(figure, known)]


def _stands_in(figure: Figure, numbers: frozenset[Decimal]) -> bool:
    low = figure.low
    return figure.value in numbers or (low is not None and low * figure.unit.multiplier in numbers)


def _aims(context: TargetContext) -> frozenset[Decimal]:
    values = (_value(row.target) for row in context.active)
    return frozenset(value for value in values if value is not None)


def _value(target: Value) -> Decimal | None:
    return target.number * target.unit.multiplier if isinstance(target, Quantity) else None


def _numbers(row: Row) -> frozenset[Decimal]:
    """Return every number the name and the target of a row hold, 万 and 亿 written out."""
    return frozenset(
        Decimal(figure.replace(",", "")) * _FACTORS[factor]
        for figure, factor in re.findall(_NUMBER, f"{plain(row.name)} {plain(row.target.text)}")
    )
