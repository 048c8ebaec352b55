"""VAL-1 and VAL-2: targets and actuals can be read, and targets have their signs."""

import re
from collections.abc import Iterator

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import Context, Row
from generator.forms.checks.deviations import is_undirected
from generator.forms.checks.registry import check
from generator.forms.values import Quantity, Unreadable, Why
from generator.forms.values.glyphs import fold
from generator.forms.values.signs import GLYPHS

_WRONG_IN_ANY_TEXT = (
    Why.SIGNS_DISAGREE,
    Why.SIGN_WITHOUT_NUMBER,
    Why.IMPOSSIBLE_DATE,
    Why.REVERSED_RANGE,
)
_ONE_VALUE = rf"(?:^|[{GLYPHS}])[\d.,\sOoIl]+[^\d]{{0,6}}"


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
                variant=_unsigned(row, target),
                place=row.place,
                assumed=f"{'=' if percent or not target.number else '≥'}{target.text.strip()}",
            )


def _unsigned(row: Row, target: Quantity) -> str | None:
    """Return how a bare number may be meant where it is not plainly the least there should be."""
    if not target.number:
        return "nothing"
    return "undirected" if is_undirected(row) else None


def _meant_as_value(value: Unreadable) -> bool:
    """Tell a slip in a value from a figure no value was meant by: 升级到V2.0.1, 1.完成；2.验收."""
    if value.why in _WRONG_IN_ANY_TEXT:
        return True
    match = re.search(_ONE_VALUE, fold(value.text))
    return match is not None and match.end() == len(fold(value.text))
