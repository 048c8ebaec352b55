"""Laying out the indicator block: headings, level names, one row an indicator, spare rows, the
stub.
"""

from collections.abc import Iterator

from generator.forms.fields import indicator_field
from generator.forms.models import Form
from generator.workbook.layout import ColumnSpec, Layout
from generator.workbook.layout.schema import Style
from generator.workbook.plan.plan import Group, Issue, Plan, PlannedCell
from generator.workbook.plan.texts import HIGHEST, height, shown_text


def draw_levels(plan: Plan, *, open_levels: bool) -> None:
    """Draw level 1 over equal neighbours and level 2 a group each, spare rows inside the merge."""
    columns = plan.layout.indicators.columns
    for first, last, name, group in _merged(plan.blocks):
        spans_both = name == "level1" and _prints_no_level2(group)
        cell = PlannedCell(
            first,
            columns[name].first_column,
            last,
            columns["level2" if spans_both else name].last_column,
            Style.HEADER,
            locked=not open_levels,
            label=group.level1 if name == "level1" else group.level2,
            field=f"groups.{name}",
            choices=_choices(plan.layout, name) if open_levels else (),
        )
        plan.cells.append(cell)
        _stretch(plan, cell)


def _merged(blocks: list[tuple[int, int, Group]]) -> Iterator[tuple[int, int, str, Group]]:
    """Yield first row, last row, level and group of each merged cell."""
    start = 0
    for number, (first, last, group) in enumerate(blocks):
        if not _prints_no_level2(group):
            yield first, last, "level2", group
        following = blocks[number + 1][2] if number + 1 < len(blocks) else None
        if following is None or not _share_level1(group, following):
            yield blocks[start][0], last, "level1", group
            start = number + 1


def _prints_no_level2(group: Group) -> bool:
    return group.level2 is None and group.level1 is not None


def _share_level1(group: Group, following: Group) -> bool:
    both_print_level2 = group.level2 is not None and following.level2 is not None
    return group.level1 == following.level1 and both_print_level2


def _choices(layout: Layout, name: str) -> tuple[str, ...]:
    groups = layout.indicators.groups
    if name == "level1":
        return tuple(group.level1 for group in groups)
    return tuple(level2 for group in groups for level2 in group.level2)


def _stretch(plan: Plan, cell: PlannedCell) -> None:
    """Make the visible rows of a level cell high enough for its own words."""
    rows = [row for row in range(cell.row, cell.last_row + 1) if row not in plan.hidden]
    needed = height(cell.label or "", plan.width(cell.column, cell.last_column))
    missing = needed - sum(plan.heights[row] for row in rows)
    if rows and missing > 0:
        for row in rows:
            plan.heights[row] += missing / len(rows)


LEAST, LEAST_HEADING = 24.0, 26.0
"""Points a row of the block, and that of its headings, has however little stands in it."""

_STYLES = {
    "name": Style.TEXT,
    "target": Style.VALUE,
    "actual": Style.VALUE,
    "weight": Style.SCORE,
    "score": Style.SCORE,
    "deviation_analysis": Style.LONG_TEXT,
}
_LEVELS = ("level1", "level2")


def draw_block(plan: Plan, row: int, form: Form, issue: Issue) -> int:
    """Draw the block from ``row`` on; return the row below it."""
    _draw_headings(plan, row)
    row += 1
    plan.places.first_row = row
    for group in plan.groups:
        first = row
        for position in range(group.size):
            _draw_row(plan, row, _member(group, position), form, issue)
            if position >= len(group.indicators) + group.shown:
                plan.hidden.add(row)
            row += 1
        plan.blocks.append((first, row - 1, group))
    plan.places.last_row = row - 1
    _draw_stub(plan)
    draw_levels(plan, open_levels=issue.open_levels)
    return row


def _member(group: Group, position: int) -> int | None:
    return group.indicators[position] if position < len(group.indicators) else None


def _draw_headings(plan: Plan, row: int) -> None:
    plan.header_row = row
    plan.heights[row] = LEAST_HEADING
    for name, column in plan.layout.indicators.columns.items():
        plan.places.columns[name] = column.first_column
        plan.cells.append(_cell(row, column, Style.HEADER, label=column.label))
        needed = height(column.label, plan.width(column.first_column, column.last_column))
        plan.heights[row] = max(plan.heights[row], needed)


def _draw_row(plan: Plan, row: int, index: int | None, form: Form, issue: Issue) -> None:
    """Draw the row of one indicator, or a blank row (``index`` None)."""
    plan.heights[row] = LEAST
    if index is not None:
        plan.places.rows[index] = row
    for name, column in plan.layout.indicators.columns.items():
        if name in _LEVELS:
            continue
        style = column.style or _STYLES[name]
        if index is None:
            plan.cells.append(_cell(row, column, style, field=f"indicators[].{name}"))
            continue
        path = indicator_field(index, name)
        plan.cells.append(_cell(row, column, style, field=path, locked=issue.locks(path)))
        width = plan.width(column.first_column, column.last_column)
        needed = min(height(shown_text(form, path), width), HIGHEST)
        plan.heights[row] = max(plan.heights[row], needed)


def _cell(
    row: int,
    column: ColumnSpec,
    style: Style,
    *,
    label: str | None = None,
    field: str | None = None,
    locked: bool = False,
) -> PlannedCell:
    first, last = column.first_column, column.last_column
    is_locked = locked or label is not None
    return PlannedCell(row, first, row, last, style, is_locked, label=label, field=field)


def _draw_stub(plan: Plan) -> None:
    stub = plan.layout.indicators.stub
    if stub is not None:
        column = stub.first_column
        last = plan.places.last_row
        plan.cells.append(
            PlannedCell(plan.header_row, column, last, column, Style.LABEL, label=stub.label)
        )
