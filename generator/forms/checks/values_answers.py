"""VAL-4: figures aimed at are answered by figures."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import EvaluationContext
from generator.forms.checks.registry import evaluation_check
from generator.forms.scoring import is_limit, is_time_limit, says_nothing, says_nothing_happened
from generator.forms.values import Comparable, Qualitative, Quantity, Range, Value, compare, parse
from generator.forms.values.figures import has_digit
from generator.forms.values.glyphs import fold
from generator.forms.values.signs import GLYPHS

_WORKING_DAY = "工作日"
_LEVEL = "级"
_ABOUT = Decimal("0.05")
"""The share by which about so many (约, 余, 左右) may be off."""
_NOTE = r"(.*?\d.*?)[(,;。].*"


@evaluation_check("VAL-4")
def numbers_are_answered_by_numbers(context: EvaluationContext) -> Iterator[Fault]:
    """A number aimed at is answered by one number; a time limit may be answered in words."""
    for row in context.active:
        target, actual = row.target, row.actual
        if not isinstance(target, Quantity | Range):
            continue
        inexact = _leaves_open(target, actual)
        if not inexact and (not isinstance(actual, Qualitative) or _is_answered(target, actual)):
            continue
        yield fault(
            row.field("actual"),
            entered=actual.text.strip(),
            variant="approximate" if inexact else _in_words(target, actual),
            place=row.place,
            target=target.text.strip(),
        )


def _leaves_open(target: Quantity | Range, actual: Value) -> bool:
    """Tell whether so much is only about so near to the target that it may as well be missed."""
    if not isinstance(target, Quantity):
        return False
    if isinstance(actual, Range):
        return True
    if not isinstance(actual, Quantity) or not actual.approximate:
        return False
    pair = compare(target, actual)
    return isinstance(pair, Comparable) and abs(pair.actual - pair.target) <= pair.target * _ABOUT


def _is_answered(target: Quantity | Range, actual: Value) -> bool:
    return _is_limit_in_words(target) or says_nothing_happened(target, actual)


def _in_words(target: Quantity | Range, actual: Value) -> str | None:
    """Return the case of an answer in words."""
    if isinstance(actual, Qualitative) and actual.figures:
        return "noted" if _has_note(actual) else "figures"
    if isinstance(target, Quantity) and is_limit(target) and says_nothing(actual):
        return "nothing"
    if _is_time(target) and not _has_glyph(target):
        return "time"
    return "worded" if _is_worded(target) else None


def _is_worded(target: Quantity | Range) -> bool:
    """Tell a number within words (建立1套制度, 二级以上), which a grade may answer as well.

    Only a sign and a number, or a number and its unit, are meant as a figure beyond doubt.
    """
    if not has_digit(fold(target.text)) or target.unit.base == _LEVEL:
        return True
    return isinstance(target, Quantity) and bool(target.label) and target.sign is None


def _has_note(actual: Qualitative) -> bool:
    """Tell whether one value stands there with words behind it: 10台（其中2台备用）."""
    match = re.fullmatch(_NOTE, fold(actual.text), re.DOTALL)
    value = parse(match[1]) if match else None
    return isinstance(value, Quantity) and not value.label


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
