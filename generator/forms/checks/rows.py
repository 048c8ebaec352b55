"""STR-7, STR-8, STR-11, STR-12: rows are complete, different from each other, and few."""

from collections.abc import Iterator
from decimal import Decimal

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import (
    WHOLE_BLOCK,
    Context,
    EvaluationContext,
    Row,
    TargetContext,
)
from generator.forms.checks.placeholders import is_placeholder
from generator.forms.checks.registry import check, evaluation_check, target_check
from generator.forms.checks.wording import INDICATOR_COLUMNS
from generator.forms.models import Indicator
from generator.forms.values import NotApplicable

_TARGET_COLUMNS = ("name", "target")
_EVALUATED_COLUMNS = ("name", "target", "actual", "weight", "score")
_NOTHING = "无"
_ZERO = Decimal(0)


@target_check("STR-7")
def target_rows_are_complete(context: TargetContext) -> Iterator[Fault]:
    """Every indicator of a target form has a name and a target."""
    yield from _blank_cells(context, _TARGET_COLUMNS)


@evaluation_check("STR-7")
def evaluated_rows_are_complete(context: EvaluationContext) -> Iterator[Fault]:
    """Every indicator of a self-evaluation has target, actual, weight and score."""
    yield from _blank_cells(context, _EVALUATED_COLUMNS)


@check("STR-8")
def names_differ(context: Context) -> Iterator[Fault]:
    """No two indicators of one group share a name; in different groups it is only noted."""
    first: dict[str, list[Row]] = {}
    for row in context.active:
        same = first.setdefault("".join(row.name.split()), [])
        if row.name and same and not is_placeholder(row.name):
            twin = next((other for other in same if _one_group(row, other)), None)
            yield fault(
                row.field("name"),
                entered=row.name,
                variant=None if twin else "elsewhere",
                place=row.place,
                other=(twin or same[0]).place,
            )
        same.append(row)


@evaluation_check("STR-11")
def waived_rows_carry_no_points(context: EvaluationContext) -> Iterator[Fault]:
    """A row marked 不适用 has weight 0 and score 0 (an active row of weight 0 is WGT-4's).

    无 with points may as well say that nothing happened.
    """
    for scored in context.scored:
        entered = scored.entered
        column = "weight" if entered.weight else "score"
        points = getattr(entered, column)
        if scored.row.active or not points:
            continue
        waived = _waived(scored.row)
        yield fault(
            scored.row.field(column),
            entered=points,
            expected=_ZERO,
            variant="nothing" if waived == _NOTHING else None,
            place=scored.row.place,
            column=INDICATOR_COLUMNS[column],
            waived=waived,
        )


@check("STR-12")
def indicators_are_few(context: Context) -> Iterator[Fault]:
    """Core indicators are few and key, yet enough to measure the project."""
    count = len(context.active)
    limits = context.profile.review
    if 0 < count < limits.fewest_indicators.value:
        yield fault(WHOLE_BLOCK, entered=str(count), variant="few")
    if count >= limits.most_indicators.value:
        yield fault(WHOLE_BLOCK, entered=str(count))


def _blank_cells(context: Context, columns: tuple[str, ...]) -> Iterator[Fault]:
    printed = [column for column in columns if context.prints(f"indicators.{column}")]
    for row in context.active:
        indicator = context.form.indicators[row.index]
        if _is_template_row(row, indicator):
            continue
        for column in printed:
            if getattr(indicator, column) is None:
                yield fault(row.field(column), place=row.place, column=INDICATOR_COLUMNS[column])


def _is_template_row(row: Row, indicator: Indicator) -> bool:
    """Tell whether a row was left as the template has it (指标2, nothing else): STR-9 says so."""
    filled = ("target", "actual", "weight", "score")
    blank = all(getattr(indicator, column, None) is None for column in filled)
    return blank and bool(row.name) and is_placeholder(row.name)


def _waived(row: Row) -> str:
    """Return the entry that says a row does not apply: 不适用, or a dash for it."""
    entries = (value for value in (row.target, row.actual) if isinstance(value, NotApplicable))
    return next((value.text.strip() for value in entries), row.name)


def _one_group(row: Row, other: Row) -> bool:
    return (row.level1, row.level2) == (other.level1, other.level2)
