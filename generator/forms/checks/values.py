"""VAL-1 to VAL-4: targets and actuals can be read and held against each other."""

import re
from collections.abc import Iterator

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import Context, EvaluationContext
from generator.forms.checks.registry import check, evaluation_check
from generator.forms.scoring import is_time_limit, says_nothing_happened
from generator.forms.values import (
    Assumed,
    Comparable,
    Qualitative,
    Quantity,
    Range,
    Unreadable,
    Why,
    compare,
)
from generator.forms.values.glyphs import fold
from generator.forms.values.signs import GLYPHS

_WRONG_IN_ANY_TEXT = (
    Why.SIGNS_DISAGREE,
    Why.SIGN_WITHOUT_NUMBER,
    Why.IMPOSSIBLE_DATE,
    Why.REVERSED_RANGE,
)
_ONE_VALUE = re.compile(rf"(?:^|[{GLYPHS}])[\d.,\sOoIl]+[^\d]{{0,6}}")


@check("VAL-1")
def figures_can_be_read(context: Context) -> Iterator[Fault]:
    """What looks like a number reads as one; the message says what is wrong with it."""
    for row in context.active:
        for column, name, value in (
            ("target", "年度指标值", row.target),
            ("actual", "实际完成值", row.actual),
        ):
            if isinstance(value, Unreadable) and _meant_as_value(value):
                yield fault(
                    row.field(column),
                    entered=value.text.strip(),
                    variant=value.why.value,
                    place=f"{row.place}的{name}",
                )


@check("VAL-2")
def targets_have_signs(context: Context) -> Iterator[Fault]:
    """A bare number as target leaves open whether more or less is better."""
    for row in context.active:
        target = row.target
        if isinstance(target, Quantity) and target.sign is None and not target.label:
            percent = target.unit.base == "%"
            yield fault(
                row.field("target"),
                entered=target.text.strip(),
                place=row.place,
                assumed=f"{'=' if percent or not target.number else '≥'}{target.text.strip()}",
            )


@evaluation_check("VAL-3")
def units_agree(context: EvaluationContext) -> Iterator[Fault]:
    """Target and actual are in one unit; a unit left out is noted where it can only be that one."""
    for row in context.active:
        if not isinstance(row.target, Quantity) or not isinstance(row.actual, Quantity):
            continue
        pair = compare(row.target, row.actual)
        if isinstance(pair, Comparable):
            variant = pair.assumed.value if pair.assumed else None
            if pair.assumed is Assumed.MISSING_UNIT and not row.target.unit.base:
                variant = None
        else:
            variant = pair.why.value
        if variant:
            yield fault(
                row.field("actual"),
                entered=row.actual.text.strip(),
                expected=row.target.unit.name,
                variant=variant,
                place=row.place,
                target=row.target.text.strip(),
            )


@evaluation_check("VAL-4")
def numbers_are_answered_by_numbers(context: EvaluationContext) -> Iterator[Fault]:
    """A number aimed at is answered by a number; a time limit may be answered in words."""
    for row in context.active:
        if not isinstance(row.target, Quantity | Range) or not isinstance(row.actual, Qualitative):
            continue
        if not is_time_limit(row.target) and not says_nothing_happened(row.target, row.actual):
            yield fault(
                row.field("actual"),
                entered=row.actual.text.strip(),
                variant="figures" if row.actual.figures else None,
                place=row.place,
                target=row.target.text.strip(),
            )


def _meant_as_value(value: Unreadable) -> bool:
    """Tell a slip in a value from a figure no value was meant by: 升级到V2.0.1, 1.完成；2.验收."""
    if value.why in _WRONG_IN_ANY_TEXT:
        return True
    match = _ONE_VALUE.search(fold(value.text))
    return match is not None and match.end() == len(fold(value.text))
