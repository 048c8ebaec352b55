"""VAL-14 and NAR-6: texts speak of the year of the form, and their figures add up."""

from collections.abc import Iterator

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import Context
from generator.forms.checks.registry import check
from generator.forms.checks.results import result_of
from generator.forms.narrative import (
    counted_totals,
    prose,
    quoted,
    stated_totals,
    years_named,
    years_planned,
)
from generator.forms.values import PointInTime, parse

RESULT = "actual_result"
_TEXTS = {
    "overall_goal": "项目总目标",
    "annual_goal": "年度总体目标",
    "expected_goal": "预期目标",
    RESULT: "实际完成情况",
}
_WIDEST = 3  # years: texts of a form copied from an earlier one are not older


@check("VAL-14")
def texts_speak_of_the_year(context: Context) -> Iterator[Fault]:
    """A text that plans for another year, and never names its own, comes from another form.

    An overall goal may name any year of the project; a result may look ahead, not back.
    """
    year = context.form.fiscal_year
    if year is None:
        return
    for field, name, text in _texts(context):
        own = _project_years(context) if field == "overall_goal" else frozenset((year,))
        if "年" not in text or years_named(prose(text)) & (own | {year}):
            continue
        for named in years_planned(prose(text)):
            ahead = field == RESULT and named.year > year
            if not ahead and 0 < abs(named.year - year) <= _WIDEST:
                yield fault(
                    field,
                    entered=quoted(named.clause),
                    expected=str(year),
                    place=name,
                    named=named.year,
                )
                break


@check("NAR-6")
def amounts_add_up(context: Context) -> Iterator[Fault]:
    """The parts a text names come to the total it states."""
    for field, name, text in _texts(context):
        told = prose(text)
        for variant, totals in ((None, stated_totals(told)), ("counts", counted_totals(told))):
            for stated in totals:
                if not stated.adds_up:
                    yield fault(
                        field,
                        entered=quoted(stated.quote),
                        expected=stated.sum.normalize(),
                        variant=variant,
                        place=name,
                        total=stated.total.normalize(),
                        unit=stated.unit,
                    )


def _texts(context: Context) -> Iterator[tuple[str, str, str]]:
    for field, name in _TEXTS.items():
        text = getattr(context.form, field, None)
        if field == RESULT:
            text = result_of(context.form)
        if text:
            yield field, name, text


def _project_years(context: Context) -> frozenset[int]:
    start, end = (
        parse(getattr(context.form, field, None)) for field in ("planned_start", "planned_end")
    )
    if not (isinstance(start, PointInTime) and isinstance(end, PointInTime)):
        return frozenset()
    return frozenset(range(start.year or 0, (end.year or 0) + 1)) if start.year else frozenset()
