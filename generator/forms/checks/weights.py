"""WGT-1 to WGT-6: the points available add up and are spread as the rules have it."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from generator.forms.catalogue import Fault, fault, shown
from generator.forms.checks.context import EvaluationContext, ScoredRow
from generator.forms.checks.registry import evaluation_check
from generator.forms.checks.wording import listed
from generator.forms.explanations import Item, explain_weights

_FULL = Decimal(100)
_ZERO = Decimal(0)
_PAIR = 2
_MOST_OF_TWO = Decimal("0.75")
_BENEFIT, _SATISFACTION = "效益指标", "满意度指标"


@evaluation_check("WGT-1")
def weights_make_a_hundred(context: EvaluationContext) -> Iterator[Fault]:
    """All weights, execution included, make 100, and so does their printed sum.

    Where weights are missing (STR-7) a sum below 100 says nothing.
    """
    total, printed = context.scores.total_weight, context.form.total_weight
    tolerance = context.profile.tolerances.sum_tolerance.value
    missing = any(s.entered.weight is None for s in context.scored if s.row.active)
    if not context.scored or (missing and total < _FULL):
        return
    if abs(total - _FULL) > tolerance:
        explanation = explain_weights(_items(context), _execution_weight(context))
        yield fault("total_weight", entered=total, expected=_FULL, explanation=explanation)
    elif printed is not None and abs(printed - total) > tolerance:
        yield fault("total_weight", entered=printed, expected=total, variant="printed")


@evaluation_check("WGT-2")
def split_is_the_usual_one(context: EvaluationContext) -> Iterator[Fault]:
    """The points of the level-1 kinds are the profile's; a waived 满意度 leaves its to 效益."""
    usual = dict(context.profile.level1_weights.value)
    split = _by_level1(context)
    if not split or any(s.row.level1 is None or s.entered.weight is None for s in context.scored):
        return
    if _SATISFACTION not in split and _SATISFACTION in usual:
        usual[_BENEFIT] += usual.pop(_SATISFACTION)
    differing = [name for name in {**split, **usual} if split.get(name, _ZERO) != usual.get(name)]
    if differing:
        row = next((s.row for s in context.scored if s.row.level1 == differing[0]), context.rows[0])
        yield fault(
            row.field("weight"),
            entered=_written(split),
            expected=_written(usual),
            reference=context.profile.level1_weights.reference,
        )


@evaluation_check("WGT-3")
def label_points_are_kept(context: EvaluationContext) -> Iterator[Fault]:
    """Points printed in a label ("产出指标（50分）") are the sum of its rows."""
    for name, maximum in context.facts.label_maxima.items():
        rows = [s for s in context.scored if name in (s.row.level1, s.row.level2)]
        total = sum((s.entered.weight or _ZERO for s in rows), _ZERO)
        if rows and total != maximum:
            yield fault(rows[0].row.field("weight"), entered=total, expected=maximum, name=name)


@evaluation_check("WGT-4")
def active_rows_have_points(context: EvaluationContext) -> Iterator[Fault]:
    """An indicator that applies is worth more than nothing."""
    for scored in context.scored:
        weight = scored.entered.weight
        if scored.row.active and weight is not None and weight <= 0:
            yield fault(scored.row.field("weight"), entered=weight, place=scored.row.place)


@evaluation_check("WGT-5")
def execution_weight_is_the_usual_one(context: EvaluationContext) -> Iterator[Fault]:
    """The execution rate is worth what the profile says: 10 points."""
    usual = context.profile.execution.weight
    entered = context.form.funds.annual_total.weight
    if entered is not None and entered != usual.value:
        yield fault(
            "funds.annual_total.weight",
            entered=entered,
            expected=usual.value,
            reference=usual.reference,
        )


@evaluation_check("WGT-6")
def no_indicator_weighs_too_much(context: EvaluationContext) -> Iterator[Fault]:
    """No indicator is worth more than 30 points, or more than half of its level 1.

    A level 1 with one indicator is apart, and so are indicators of a tenth of the form or less.
    Of two indicators that are not alike one always has more than half, which up to three quarters
    is only noted.
    """
    limits = context.profile.review
    split = _by_level1(context)
    companions = Counter(s.row.level1 for s in context.scored if s.entered.weight)
    for scored in context.scored:
        weight, level1 = scored.entered.weight, scored.row.level1
        if not weight or not scored.row.active or level1 is None:
            continue
        uneven = companions[level1] > 1 and weight > split[level1] * limits.heaviest_share.value
        of_two = companions[level1] == _PAIR and weight <= split[level1] * _MOST_OF_TWO
        if weight > limits.heaviest_weight.value:
            yield _heavy(scored, None, f"{shown(limits.heaviest_weight.value)}分")
        elif uneven and weight > limits.heaviest_share_from.value:
            yield _heavy(scored, "pair" if of_two else "share", level1)


def _heavy(scored: ScoredRow, variant: str | None, limit: str) -> Fault:
    return fault(
        scored.row.field("weight"),
        entered=scored.entered.weight,
        variant=variant,
        place=scored.row.place,
        limit=limit,
    )


def _by_level1(context: EvaluationContext) -> dict[str, Decimal]:
    """Return the points of each level-1 kind that has any, in the order of the form."""
    split: dict[str, Decimal] = {}
    for scored in context.scored:
        if scored.row.level1 is not None and scored.entered.weight:
            level1 = scored.row.level1
            split[level1] = split.get(level1, _ZERO) + scored.entered.weight
    return split


def _written(split: dict[str, Decimal]) -> str:
    return listed(
        f"{name.removesuffix('指标')}{shown(points.normalize())}" for name, points in split.items()
    )


def _items(context: EvaluationContext) -> list[Item]:
    return [Item(s.row.place, s.entered.weight or _ZERO) for s in context.scored]


def _execution_weight(context: EvaluationContext) -> Decimal:
    entered = context.form.funds.annual_total.weight
    return context.profile.execution.weight.value if entered is None else entered
