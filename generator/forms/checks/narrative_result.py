"""NAR-1 to NAR-3 and NAR-5: the result in words agrees with the rows, and says something."""

from collections.abc import Iterator, Sequence

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import EvaluationContext, Row, ScoredRow
from generator.forms.checks.narrative_figures import contradictions
from generator.forms.checks.narrative_funds import fund_contradictions
from generator.forms.checks.registry import evaluation_check
from generator.forms.checks.results import result_of
from generator.forms.checks.wording import listed
from generator.forms.narrative import delay_in, is_copy, prose, quoted, says_nothing

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
