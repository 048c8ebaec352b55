"""The merged cells of the level-1 and level-2 names beside the indicator rows."""

from collections.abc import Iterator

from generator.workbook.layout import Layout
from generator.workbook.layout.schema import Style
from generator.workbook.plan.heights import height
from generator.workbook.plan.outline import Group
from generator.workbook.plan.plan import Plan, PlannedCell


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
