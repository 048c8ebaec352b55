"""VAL-4 to VAL-6, VAL-10, VAL-12: what was aimed at is answered in kind, figures by figures, words
by a grade.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import WHOLE_BLOCK, Context, EvaluationContext, Row
from generator.forms.checks.registry import check, evaluation_check
from generator.forms.checks.vocabulary import measures, without_note
from generator.forms.checks.wording import listed
from generator.forms.scoring import is_limit, is_time_limit, says_nothing, says_nothing_happened
from generator.forms.values import (
    Blank,
    Comparable,
    Grade,
    PointInTime,
    Qualitative,
    Quantity,
    Range,
    Sign,
    Value,
    compare,
    parse,
)
from generator.forms.values.figures import has_digit
from generator.forms.values.glyphs import fold
from generator.forms.values.signs import GLYPHS
from generator.forms.values.vocabulary import vocabulary
from generator.forms.words import WordFinder

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


_DENIALS = frozenset("未不没无尚零")
_MARKS = tuple(",;。、(:")


@evaluation_check("VAL-12")
def words_are_graded(context: EvaluationContext) -> Iterator[Fault]:
    """What was aimed at in words is reported as one of the three grades or a usual short form.

    The target's own words count as achieved (DESIGN §5) and are only noted; so are words with
    figures, which say more than a grade.
    """
    for row in context.active:
        target, actual = row.target, row.actual
        if not isinstance(target, Qualitative) or not isinstance(actual, Qualitative):
            continue
        if actual.grade is None and not _begins_with_grade(actual.words):
            yield _ungraded(row, target, actual)


def _ungraded(row: Row, target: Qualitative, actual: Qualitative) -> Fault:
    same = "same_words" if target == actual else None
    variant = same or ("figures" if actual.figures else _own_words(target.words, actual.words))
    return fault(
        row.field("actual"),
        entered=actual.text.strip(),
        expected="、".join(grade.value for grade in Grade),
        variant=variant,
        place=row.place,
        target=target.text.strip(),
    )


def _own_words(target: str, actual: str) -> str | None:
    """Tell words that answer the target (达到三级; 不发生, 未发生) from such as fit any (较好)."""
    pairs = {actual[i : i + 2] for i in range(len(actual) - 1)}
    if not any(pair in target for pair in pairs) and actual not in target:
        return None
    denied, denies = (not _DENIALS.isdisjoint(words) for words in (target, actual))
    contrary = (denies and not denied) or (denied and not denies and actual in target)
    return None if contrary else "own_words"


def _begins_with_grade(words: str) -> bool:
    """Tell whether more words stand behind a grade: 达成指标，制度已印发."""
    return any(words.startswith(_MARKS, end) for end in _grades().ends(words))


@cache
def _grades() -> WordFinder:
    return WordFinder(vocabulary().grades)


_EXAMPLES = 3
_COLUMN = 3
"""From so many copied rows on it is the column that was copied, not a row."""


@evaluation_check("VAL-5")
def words_are_not_answered_by_percentages(context: EvaluationContext) -> Iterator[Fault]:
    """Words aimed at (及时) are answered by a grade, not by a percentage of nothing.

    Where the name is a rate the percentage is meant, and the target lacks its figure.
    """
    for row in context.active:
        actual = row.actual
        if not _is_words(row.target) or not isinstance(actual, Quantity):
            continue
        if actual.unit.dimension != "ratio" or actual.label or "%" in fold(row.target.text):
            continue
        yield fault(
            row.field("actual"),
            entered=actual.text.strip(),
            expected=Grade.ACHIEVED.value,
            variant=_percentage(row),
            place=row.place,
            target=row.target.text.strip(),
        )


@evaluation_check("VAL-6")
def actuals_are_no_copies(context: EvaluationContext) -> Iterator[Fault]:
    """An actual is what was measured; a target copied with its sign (=100%, ≥95%) is none.

    A column copied as a whole is one fault, told at its first row.
    """
    copied = [
        row for row in context.active if row.target == row.actual and _keeps_its_sign(row.actual)
    ]
    if len(copied) >= _COLUMN:
        examples = dict.fromkeys(f"“{row.actual.text.strip()}”" for row in copied)
        yield fault(
            copied[0].field("actual"),
            entered=copied[0].actual.text.strip(),
            variant="column",
            rows="、".join(str(row.index + 1) for row in copied),
            count=len(copied),
            examples=listed(list(examples)[:_EXAMPLES]),
        )
        return
    for row in copied:
        yield fault(
            row.field("actual"),
            entered=row.actual.text.strip(),
            variant=None if _has_sign_equal(row.actual) else "bound",
            place=row.place,
        )


@check("VAL-10")
def targets_can_be_judged(context: Context) -> Iterator[Fault]:
    """At most half of the targets are bare words such as 提升 or 完善."""
    aimed = [row for row in context.active if not isinstance(row.target, Blank)]
    vague = [row for row in aimed if _is_vague(row.target)]
    if 2 * len(vague) > len(aimed):
        examples = dict.fromkeys(f"“{row.target.text.strip()}”" for row in vague)
        yield fault(
            WHOLE_BLOCK,
            entered=str(len(vague)),
            rows=len(aimed),
            examples=listed(list(examples)[:_EXAMPLES]),
        )


def _percentage(row: Row) -> str | None:
    """Return what a percentage that answers words may mean: all of it, or the rate of the name."""
    if any(word in row.target.text for word in measures().all_of_it):
        return "all"
    name, words = without_note(row.name), measures()
    return "rate" if words.rates.names(name) or name.endswith(words.approval) else None


def _is_words(value: Value) -> bool:
    return isinstance(value, Qualitative | PointInTime)


def _keeps_its_sign(value: Value) -> bool:
    if isinstance(value, Quantity):
        return value.sign is not None
    if isinstance(value, PointInTime) and value.bound is not None:
        return True
    return isinstance(value, PointInTime | Range) and _has_sign_equal(value)


def _has_sign_equal(value: Value) -> bool:
    return fold(value.text).startswith(Sign.EQ.value)


def _is_vague(value: Value) -> bool:
    if not isinstance(value, Qualitative) or value.grade is not None:
        return False
    return measures().any_vague.make_up(value.words)
