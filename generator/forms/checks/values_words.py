"""VAL-5, VAL-6 and VAL-10: words answered by figures, copied actuals, targets of bare words."""

from collections.abc import Iterator

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import WHOLE_BLOCK, Context, EvaluationContext, Row
from generator.forms.checks.names import without_note
from generator.forms.checks.registry import check, evaluation_check
from generator.forms.checks.vocabulary import measures
from generator.forms.checks.wording import listed
from generator.forms.values import (
    Blank,
    Grade,
    PointInTime,
    Qualitative,
    Quantity,
    Range,
    Sign,
    Value,
)
from generator.forms.values.glyphs import fold

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
