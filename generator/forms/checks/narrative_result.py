"""NAR-1 to NAR-3, NAR-5, NAR-6 and VAL-14: the result in words agrees with the rows, says
something, speaks of the form's year, and its figures add up.
"""

from collections.abc import Iterator, Sequence

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import Context, EvaluationContext, Row, ScoredRow
from generator.forms.checks.narrative_figures import contradictions, fund_contradictions
from generator.forms.checks.registry import check, evaluation_check
from generator.forms.checks.wording import listed
from generator.forms.narrative import (
    counted_totals,
    delay_in,
    is_copy,
    prose,
    quoted,
    says_nothing,
    stated_totals,
    years_named,
    years_planned,
)
from generator.forms.prompt_text import result_of
from generator.forms.values import PointInTime, parse

RESULT = "actual_result"
_TIMELINESS = "时效指标"
_MOST_NAMED = 2


@evaluation_check("NAR-1")
def result_agrees_with_rows(context: EvaluationContext) -> Iterator[Fault]:
    """What the result says of an indicator or of the money is what the form has for it."""
    for contradiction in contradictions(context):
        first = contradiction.rows[0]
        yield fault(
            RESULT,
            entered=quoted(contradiction.said),
            expected=first.actual.text.strip(),
            variant="vague" if contradiction.is_vague else None,
            target=first.target.text.strip(),
            rows=_named(contradiction.rows),
        )
    for other in fund_contradictions(context):
        yield fault(
            RESULT,
            entered=quoted(other.said),
            expected=other.expected,
            variant="funds",
            column=other.column,
        )


@evaluation_check("NAR-2")
def result_is_no_copy_of_the_goal(context: EvaluationContext) -> Iterator[Fault]:
    """The result tells what was done, not what was to be done."""
    result = result_of(context.form)
    if is_copy(context.form.expected_goal, result):
        yield fault(RESULT, entered=result)


@evaluation_check("NAR-3")
def delays_cost_points_for_timeliness(context: EvaluationContext) -> Iterator[Fault]:
    """A delay told in the result shows in the rows of timeliness: not all have full marks."""
    timely = [scored for scored in context.scored if _counts_for_timeliness(scored)]
    if not timely or any(scored.entered.score != scored.entered.weight for scored in timely):
        return
    delay = delay_in(prose(result_of(context.form)))
    if delay is not None:
        yield fault(
            RESULT,
            entered=quoted(delay),
            rows=_named([scored.row for scored in timely]),
        )


@evaluation_check("NAR-5")
def result_says_something(context: EvaluationContext) -> Iterator[Fault]:
    """A result of commonplaces alone (按计划完成年度绩效目标) tells nothing of this project.

    No result at all tells less; neither does a prompt that still stands there.
    """
    form, result = context.form, result_of(context.form)
    if result is None:
        if context.prints(RESULT):
            yield fault(RESULT, variant="prompted" if form.actual_result else "blank")
    elif says_nothing(result, (form.project_name, form.unit)):
        yield fault(RESULT, entered=result)


def _named(rows: Sequence[Row]) -> str:
    """Name a few rows, and how many there are where not all are named."""
    names = listed(row.place for row in rows[:_MOST_NAMED])
    return names if len(rows) <= _MOST_NAMED else f"{names}等{len(rows)}项"


def _counts_for_timeliness(scored: ScoredRow) -> bool:
    weighed = bool(scored.entered.weight) and scored.entered.score is not None
    return scored.row.active and scored.row.level2 == _TIMELINESS and weighed


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
