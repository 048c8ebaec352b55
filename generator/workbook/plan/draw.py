"""Laying out a form: the rows above and below the indicators, and what is not printed."""

from generator.forms.models import Form
from generator.workbook.layout import CellSpec, Layout, RowSpec
from generator.workbook.layout.schema import Style
from generator.workbook.names import HIDDEN_SHEET
from generator.workbook.plan.block import draw_block
from generator.workbook.plan.places import Address, Places
from generator.workbook.plan.plan import Issue, Plan, PlannedCell, outline
from generator.workbook.plan.texts import height, label_text, shown_text, spread, title_height

_FIRST_UNPRINTED_ROW = 3


def draw_plan(layout: Layout, form: Form, issue: Issue) -> Plan:
    """Lay out a form: head, indicator block, foot, each row as high as its text needs."""
    groups = outline(layout, form.indicators, open_groups=issue.open_groups)
    places = Places(layout.sheet, {}, {}, [0] * len(form.indicators), 0, 0)
    plan = Plan(layout, groups, places, header_row=0)
    row = _draw_rows(plan, layout.head, 1, form, issue)
    row = draw_block(plan, row, form, issue)
    row = _draw_rows(plan, layout.foot, row, form, issue)
    plan.last_row = row - 1
    _place_unprinted(plan)
    return plan


def _draw_rows(plan: Plan, specs: tuple[RowSpec, ...], row: int, form: Form, issue: Issue) -> int:
    """Draw consecutive rows of the layout from ``row`` on; return the row below them.

    A row whose text needs more than a sheet row can be high becomes several.
    """
    starts = [row]
    for needed in _heights(plan, specs, form):
        for part in spread(needed):
            plan.heights[row] = part
            row += 1
        starts.append(row)
    for number, spec in enumerate(specs):
        for cell in spec.cells:
            _draw_cell(plan, cell, (starts[number], starts[number + cell.down] - 1), form, issue)
    return row


def _heights(plan: Plan, specs: tuple[RowSpec, ...], form: Form) -> list[float]:
    """Return the height of each row; rows a text spans share what it needs beyond theirs."""
    heights = [
        max(spec.height, *(_needed(plan, cell, form) for cell in spec.cells if cell.down == 1), 0)
        for spec in specs
    ]
    for number, spec in enumerate(specs):
        for cell in spec.cells:
            rows = range(number, number + cell.down)
            lacking = _needed(plan, cell, form) - sum(heights[row] for row in rows)
            for row in rows if lacking > 0 else ():
                heights[row] += lacking / cell.down
    return heights


def _needed(plan: Plan, cell: CellSpec, form: Form) -> float:
    """Return the height a cell's text needs."""
    shown = cell.field and shown_text(form, cell.field)
    text = label_text(cell.label, form) if shown is None else shown
    width = plan.width(cell.first_column, cell.last_column)
    return title_height(text, width) if cell.look is Style.TITLE else height(text, width)


def _draw_cell(plan: Plan, spec: CellSpec, rows: tuple[int, int], form: Form, issue: Issue) -> None:
    path = spec.field
    if path is not None:
        plan.places.scalars[path] = Address(plan.layout.sheet, rows[0], spec.first_column)
    plan.cells.append(
        PlannedCell(
            rows[0],
            spec.first_column,
            rows[1],
            spec.last_column,
            spec.look,
            locked=_locked(spec, issue),
            label=None if path else label_text(spec.label, form) or None,
            field=path,
            formula=spec.formula,
            choices=plan.layout.choices.get(spec.choices or "", ()),
            number_format=spec.format,
        )
    )


def _locked(spec: CellSpec, issue: Issue) -> bool:
    if spec.field is None:
        return not spec.open
    return spec.formula is not None or issue.locks(spec.field)


def _place_unprinted(plan: Plan) -> None:
    """Computed fields stand beside the helper columns, so that one part holds all figures."""
    layout, scalars = plan.layout, plan.places.scalars
    for row, path in enumerate(layout.aside, 1):
        column = layout.first_helper
        scalars[path] = Address(layout.sheet, row, column + 1)
        plan.cells.append(PlannedCell(row, column, row, column, Style.LABEL, label=path))
    stored = [path for path in layout.unprinted if path not in layout.aside]
    for row, path in enumerate(stored, _FIRST_UNPRINTED_ROW):
        scalars[path] = Address(HIDDEN_SHEET, row, 2)
