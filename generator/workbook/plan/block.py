"""Laying out the indicator block: headings, one row an indicator, spare rows, the stub."""

from generator.forms.fields import indicator_field
from generator.forms.models import Form
from generator.workbook.layout import ColumnSpec
from generator.workbook.layout.schema import Style
from generator.workbook.plan.heights import HIGHEST, height
from generator.workbook.plan.issue import Issue
from generator.workbook.plan.level_cells import draw_levels
from generator.workbook.plan.outline import Group
from generator.workbook.plan.plan import Plan, PlannedCell
from generator.workbook.plan.texts import shown_text

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
