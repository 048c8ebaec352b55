"""STR-1 to STR-8, STR-11, STR-12: the head is filled in, every indicator stands where the catalogue
has it, and rows are complete, different from each other, and few.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import (
    WHOLE_BLOCK,
    Context,
    EvaluationContext,
    Row,
    TargetContext,
    kind_name,
)
from generator.forms.checks.registry import check, evaluation_check, target_check
from generator.forms.checks.texts import is_placeholder
from generator.forms.checks.wording import HEAD, INDICATOR_COLUMNS, listed
from generator.forms.models import Indicator
from generator.forms.values import NotApplicable

_INDISPENSABLE = ("project_name", "department")
_GOALS = {"annual_goal": "年度总体目标", "expected_goal": "预期目标"}


@check("STR-1")
def head_is_filled_in(context: Context) -> Iterator[Fault]:
    """Project and department are indispensable; unit, year and goal are asked for where printed.

    A project of one year may have its goal in 项目总目标 alone.
    """
    for field, name in {**HEAD, **_GOALS}.items():
        if field in _GOALS and getattr(context.form, "overall_goal", None):
            continue
        if context.prints(field) and getattr(context.form, field, None) is None:
            variant = None if field in _INDISPENSABLE else "advisable"
            yield fault(field, variant=variant, place=name)


@check("STR-2")
def levels_are_given(context: Context) -> Iterator[Fault]:
    """Every row has level 1, and level 2 unless its layout prints none there."""
    for row in context.rows:
        indicator = context.form.indicators[row.index]
        implied = kind_name(indicator.level1) in context.facts.implied_level2
        if indicator.level1 is None and context.prints("indicators.level1"):
            yield fault(row.field("level1"), place=row.place, level="一级指标")
        if indicator.level2 is None and not implied and context.prints("indicators.level2"):
            yield fault(row.field("level2"), place=row.place, level="二级指标")


@check("STR-3")
def names_are_in_the_catalogue(context: Context) -> Iterator[Fault]:
    """Level names are the catalogue's; other names in use are pointed out, unknown ones refused.

    Told once for each name, at its first row.  A level-2 name in the level-1 column is STR-4's.
    """
    profile = context.profile
    for row, column, level, printed in _distinct_names(context):
        usual = row.level1 if level == "一级指标" else row.level2
        misplaced = usual is None and level == "一级指标" and profile.level2(printed)
        if usual == printed or misplaced:
            continue
        variant = None if usual is None else "alias"
        yield fault(
            row.field(column),
            entered=printed,
            expected=usual,
            variant=variant,
            reference=profile.indicator_catalogue.reference,
            level=level,
            known=_known_names(context, row, level),
        )


@check("STR-4")
def level2_is_under_its_level1(context: Context) -> Iterator[Fault]:
    """A level-2 kind stands under the level 1 the catalogue puts it under."""
    seen: set[tuple[str | None, str]] = set()
    kinds = context.profile.indicator_catalogue.value
    for row in context.rows:
        printed = kind_name(context.form.indicators[row.index].level1)
        shifted = None if row.level1 else context.profile.level2(printed)
        level2 = shifted or row.level2
        fits = row.level1 is not None and level2 in kinds[row.level1].level2
        if level2 is None or fits or not (shifted or row.level1) or (printed, level2) in seen:
            continue
        seen.add((printed, level2))
        homes = [name for name, kind in kinds.items() if level2 in kind.level2]
        yield fault(
            row.field("level1" if shifted else "level2"),
            entered=printed,
            expected=listed(homes),
            variant="shifted" if shifted else None,
            reference=context.profile.indicator_catalogue.reference,
            level2=level2,
        )


@check("STR-5")
def every_level1_has_indicators(context: Context) -> Iterator[Fault]:
    """产出 and 效益 have at least one indicator each; 满意度 may be waived, but is asked for."""
    if not context.active:
        yield fault(WHOLE_BLOCK, variant="empty")
        return
    structure = context.profile.structure
    present = {row.level1 for row in context.active}
    for names, variant in ((structure.required, None), (structure.advisable, "advisable")):
        for name in names.value:
            if name not in present:
                yield fault(WHOLE_BLOCK, variant=variant, expected=name, reference=names.reference)


@check("STR-6")
def expected_kinds_are_there(context: Context) -> Iterator[Fault]:
    """产出 has 数量, 质量 and 时效; 成本 stands there or, since 2021, as a level 1.

    A row marked 不适用 says that its kind was considered.  A self-evaluation keeps the indicators
    approved with the budget (财预〔2020〕10号), so there it is a matter for the next year.
    """
    if not context.active:
        return
    present = {name for row in context.rows for name in (row.level1, row.level2)}
    expected = context.profile.structure.expected
    missing = [name for name in expected.value if name not in present]
    if missing:
        yield fault(
            WHOLE_BLOCK,
            expected=listed(missing),
            variant="approved" if isinstance(context, EvaluationContext) else None,
            reference=expected.reference,
        )


def _distinct_names(context: Context) -> Iterator[tuple[Row, str, str, str]]:
    """Yield (row, column, level in Chinese, name) for the first row of every printed name."""
    seen: set[tuple[str, str]] = set()
    for row in context.rows:
        indicator = context.form.indicators[row.index]
        for column, level, printed in (
            ("level1", "一级指标", indicator.level1),
            ("level2", "二级指标", indicator.level2),
        ):
            name = kind_name(printed)
            if name and (column, name) not in seen:
                seen.add((column, name))
                yield row, column, level, name


def _known_names(context: Context, row: Row, level: str) -> str:
    kinds = context.profile.indicator_catalogue.value
    if level == "一级指标":
        return listed(kinds)
    if row.level1 is not None:
        return listed(kinds[row.level1].level2)
    return listed(name for kind in kinds.values() for name in kind.level2)


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
