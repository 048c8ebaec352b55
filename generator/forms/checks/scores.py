"""SCR-1 to SCR-3, SCR-6 and BND-1: scores keep within the weight and follow the completion."""

from collections.abc import Iterator
from decimal import Decimal

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import EvaluationContext, ScoredRow
from generator.forms.checks.deviations import is_undirected, takes_full_points
from generator.forms.checks.reasons import has_reason
from generator.forms.checks.registry import evaluation_check
from generator.forms.checks.values_dates import is_due, span_of
from generator.forms.scoring import Branch, is_limit
from generator.forms.values import Bound, PointInTime, Quantity, Value


def is_late(due: Value, done: Value, year: int | None) -> bool:
    """Tell whether even the first day of what was reported lies behind the last day allowed.

    A date without a year is one of ``year``, the form's.
    """
    if not isinstance(due, PointInTime) or not isinstance(done, PointInTime):
        return False
    if not _tells_last_day(due, year) or not _tells_first_day(done, due):
        return False
    allowed, reported = span_of(due, year), span_of(done, year)
    return allowed is not None and reported is not None and reported[0] > allowed[1]


def _tells_last_day(due: PointInTime, year: int | None) -> bool:
    """Tell whether a target says when something is due.

    One of another year was probably left over from another form, which VAL-13 asks about.
    """
    return due.year in (None, year) and due.bound is not Bound.AFTER and is_due(due.label)


def _tells_first_day(done: PointInTime, due: PointInTime) -> bool:
    """Tell whether a report says when that was done.

    No day is told by a bound (12月底前), nor by a report on something else (启动, 完成).
    """
    same = not due.label or not done.label or due.label == done.label
    return same and done.bound is None


_PROPORTIONAL = (Branch.SHORT, Branch.OVER_LIMIT, Branch.FAR_OVER_LIMIT)
_ZERO = Decimal(0)


@evaluation_check("SCR-1")
def scores_keep_within_weights(context: EvaluationContext) -> Iterator[Fault]:
    """A score lies between 0 and its weight."""
    for scored in context.scored:
        points, weight = scored.entered.score, scored.entered.weight
        if points is None or not scored.row.active:
            continue
        if points < 0:
            yield _fault(scored, _ZERO, "negative")
        elif weight is not None and points > max(weight, _ZERO):
            yield _fault(scored, weight)


@evaluation_check("SCR-2")
def missed_targets_score_by_proportion(context: EvaluationContext) -> Iterator[Fault]:
    """A target not met earns its proportion.

    People may judge, so more than the rule gives is a doubt only beyond the tolerance; less than
    the rule gives, with a reason, is noted.  Full marks are SCR-3's, no reason is RSN-1's, points
    for a zero that was not kept are SCR-6's.
    """
    limits = context.profile.tolerances
    for scored in _missed(context):
        points, weight = scored.entered.score or _ZERO, scored.entered.weight or _ZERO
        expected = scored.outcome.score
        if scored.outcome.why not in _PROPORTIONAL or expected is None or points >= weight:
            continue
        difference = points - expected
        if abs(difference) <= limits.proportional_points.value:
            continue
        if difference < 0:
            if has_reason(scored.entered):
                yield _fault(scored, expected, "below")
        elif difference > weight * limits.proportional_share.value:
            yield _fault(scored, expected)
        else:
            yield _fault(scored, expected, "slightly")


@evaluation_check("SCR-3")
def missed_targets_are_not_full(context: EvaluationContext) -> Iterator[Fault]:
    """A number not reached does not earn the full weight (grades are SCR-7's), nor does late work.

    No rule says what lateness costs.
    """
    for scored in _missed(context):
        proportional = scored.outcome.why in _PROPORTIONAL
        if proportional and scored.entered.weight and scored.entered.score == scored.entered.weight:
            yield _fault(scored, scored.outcome.score)
    for scored in context.scored:
        row = scored.row
        if takes_full_points(scored) and is_late(row.target, row.actual, context.form.fiscal_year):
            yield _fault(scored, None, "late")


@evaluation_check("SCR-6")
def zero_is_kept_or_earns_nothing(context: EvaluationContext) -> Iterator[Fault]:
    """Where nothing was to happen and something did, there are no points to be had.

    A bare 0 may have been meant otherwise, so that is only a doubt.
    """
    for scored in _missed(context):
        if scored.outcome.why is Branch.ZERO_MISSED and scored.entered.score:
            target = scored.row.target
            bare = isinstance(target, Quantity) and target.sign is None
            yield _fault(scored, _ZERO, "bare" if bare else None)


def _missed(context: EvaluationContext) -> Iterator[ScoredRow]:
    for scored in context.scored:
        entered = scored.entered.score
        missed = scored.outcome.met is False and not is_undirected(scored.row)
        if missed and entered is not None and entered >= 0:
            yield scored


def _fault(scored: ScoredRow, expected: Decimal | None, variant: str | None = None) -> Fault:
    entered, target = scored.entered, scored.row.target
    limited = isinstance(target, Quantity) and is_limit(target)
    return fault(
        scored.row.field("score"),
        entered=entered.score,
        expected=expected,
        variant=variant,
        place=scored.row.place,
        weight=entered.weight,
        target=entered.target,
        actual=entered.actual,
        missed="超过了上限" if limited else "没有完成",
        basis="按超出的程度" if limited else "按完成比例",
    )


@evaluation_check("BND-1")
def strict_signs_at_equality(context: EvaluationContext) -> Iterator[Fault]:
    """The actual equals the number of ``>`` or ``<``: counted as met, and noted."""
    for scored in context.scored:
        if scored.outcome.why is Branch.STRICT_EQUALITY:
            yield fault(
                scored.row.field("actual"),
                entered=scored.entered.actual,
                expected=scored.entered.target,
                place=scored.row.place,
            )
