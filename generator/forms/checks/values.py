"""VAL-1, VAL-2 and VAL-4: targets and actuals can be read, and figures are answered by figures."""

import re
from collections.abc import Iterator

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import Context, EvaluationContext
from generator.forms.checks.deviations import is_undirected
from generator.forms.checks.registry import check, evaluation_check
from generator.forms.scoring import is_time_limit, says_nothing_happened
from generator.forms.values import Qualitative, Quantity, Range, Unreadable, Why
from generator.forms.values.glyphs import fold
from generator.forms.values.signs import GLYPHS

_WRONG_IN_ANY_TEXT = (
    Why.SIGNS_DISAGREE,
    Why.SIGN_WITHOUT_NUMBER,
    Why.IMPOSSIBLE_DATE,
    Why.REVERSED_RANGE,
)
_WORKING_DAY = "工作日"
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
                variant="undirected" if is_undirected(row) else None,
                place=row.place,
                assumed=f"{'=' if percent or not target.number else '≥'}{target.text.strip()}",
            )


@evaluation_check("VAL-4")
def numbers_are_answered_by_numbers(context: EvaluationContext) -> Iterator[Fault]:
    """A number aimed at is answered by a number; a time limit may be answered in words."""
    for row in context.active:
        if not isinstance(row.target, Quantity | Range) or not isinstance(row.actual, Qualitative):
            continue
        if _is_limit_in_words(row.target) or says_nothing_happened(row.target, row.actual):
            continue
        timed = _is_time(row.target) and not _has_glyph(row.target)
        yield fault(
            row.field("actual"),
            entered=row.actual.text.strip(),
            variant="figures" if row.actual.figures else "time" if timed else None,
            place=row.place,
            target=row.target.text.strip(),
        )


def _is_limit_in_words(target: Quantity | Range) -> bool:
    """Tell a time limit in words; working days are one too: 3个工作日内."""
    if is_time_limit(target):
        return True
    written = isinstance(target, Quantity) and (target.label or target.sign is not None)
    return bool(written) and _is_time(target) and not _has_glyph(target)


def _is_time(target: Quantity | Range) -> bool:
    unit = target.unit
    return unit.base == _WORKING_DAY or unit.dimension in ("time", "calendar")


def _has_glyph(target: Quantity | Range) -> bool:
    return any(glyph in GLYPHS for glyph in fold(target.text))


def _meant_as_value(value: Unreadable) -> bool:
    """Tell a slip in a value from a figure no value was meant by: 升级到V2.0.1, 1.完成；2.验收."""
    if value.why in _WRONG_IN_ANY_TEXT:
        return True
    match = _ONE_VALUE.search(fold(value.text))
    return match is not None and match.end() == len(fold(value.text))
