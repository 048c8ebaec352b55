"""The concrete sheet of one form: every cell with its place, content, look and lock."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.forms.models import Form
from generator.workbook.layout import CellSpec, Layout
from generator.workbook.layout.schema import Formula, Style, column_number
from generator.workbook.plan.heights import height, spread, title_height
from generator.workbook.plan.issue import Issue
from generator.workbook.plan.outline import Group, outline
from generator.workbook.plan.places import Address, Places
from generator.workbook.plan.texts import label_text, shown_text

HIDDEN_SHEET = "_jixiao"
"""The very hidden sheet's name; it never ends in ``.py``, which would switch on a paid feature."""

FIRST_UNPRINTED_ROW = 3


@dataclass(frozen=True, slots=True)
class PlannedCell:
    """One cell or merged area of the sheet; rows and columns count from 1."""

    row: int
    column: int
    last_row: int
    last_column: int
    style: Style
    locked: bool = True
    label: str | None = None
    field: str | None = None
    formula: Formula | None = None
    choices: tuple[str, ...] = ()
    number_format: str | None = None

    @property
    def is_merged(self) -> bool:
        """Whether the area is more than one cell."""
        return (self.row, self.column) != (self.last_row, self.last_column)


@dataclass(slots=True)
class Plan:
    """Everything the writer needs to draw a sheet."""

    layout: Layout
    groups: list[Group]
    places: Places
    header_row: int
    last_row: int = 0
    cells: list[PlannedCell] = field(default_factory=list)
    heights: dict[int, float] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    blocks: list[tuple[int, int, Group]] = field(default_factory=list)


def draw_plan(layout: Layout, form: Form, issue: Issue) -> Plan:
    """Lay out a form: head, indicator block, foot, each row as high as its text needs."""
    groups = outline(layout, form.indicators, open_groups=issue.open_groups)
    return _Drawing(layout, form, issue, groups).drawn()


class _Drawing:
    """The sheet while it is being drawn, from the top down."""

    def __init__(self, layout: Layout, form: Form, issue: Issue, groups: list[Group]) -> None:
        places = Places(layout.sheet, {}, {}, [0] * len(form.indicators), 0, 0)
        self.plan = Plan(layout, groups, places, header_row=0)
        self.layout, self.form, self.issue = layout, form, issue
        self.row = 1

    def drawn(self) -> Plan:
        self._rows("head")
        self._block()
        self._rows("foot")
        self.plan.last_row = self.row - 1
        self._unprinted()
        return self.plan

    def _unprinted(self) -> None:
        """Computed fields stand beside the helper columns, so that one part holds all figures."""
        scalars = self.plan.places.scalars
        for row, path in enumerate(self.layout.aside, 1):
            column = self.layout.first_helper
            scalars[path] = Address(self.layout.sheet, row, column + 1)
            self._add(row, row, column, column, Style.LABEL, label=path)
        stored = [path for path in self.layout.unprinted if path not in self.layout.aside]
        for row, path in enumerate(stored, FIRST_UNPRINTED_ROW):
            scalars[path] = Address(HIDDEN_SHEET, row, 2)

    def _rows(self, part: str) -> None:
        specs = self.layout.head if part == "head" else self.layout.foot
        starts, heights = [], []
        for spec in specs:
            starts.append(self.row)
            needed = max((self._needed(cell) for cell in spec.cells), default=0.0)
            heights.append(spread(max(spec.height, needed)))
            self.row += len(heights[-1])
        starts.append(self.row)
        for start, parts in zip(starts, heights, strict=False):
            self.plan.heights.update({start + i: part for i, part in enumerate(parts)})
        for number, spec in enumerate(specs):
            for cell in spec.cells:
                self._cell(cell, starts[number], starts[number + cell.down] - 1)

    def _needed(self, cell: CellSpec) -> float:
        if cell.down > 1:
            return 0.0
        text = self._text(cell)
        width = self._width(cell.first_column, cell.last_column)
        return title_height(text, width) if cell.look is Style.TITLE else height(text, width)

    def _text(self, cell: CellSpec) -> str:
        if cell.field is None:
            return label_text(cell.label, self.form)
        return shown_text(self.form, cell.field)

    def _width(self, first: int, last: int) -> float:
        widths = list(self.layout.columns.values())
        return sum(widths[first - 1 : last])

    def _cell(self, spec: CellSpec, row: int, last_row: int) -> None:
        path = spec.field
        if path is not None:
            self.plan.places.scalars[path] = Address(self.layout.sheet, row, spec.first_column)
        self.plan.cells.append(
            PlannedCell(
                row,
                spec.first_column,
                last_row,
                spec.last_column,
                spec.look,
                locked=path is None or spec.formula is not None or self.issue.locks(path),
                label=None if path else label_text(spec.label, self.form) or None,
                field=path,
                formula=spec.formula,
                choices=self.layout.choices.get(spec.choices or "", ()),
                number_format=spec.format,
            )
        )

    def _block(self) -> None:
        block = self.layout.indicators
        self.plan.header_row = self.row
        for name, column in block.columns.items():
            self.plan.places.columns[name] = column.first_column
            self._add(
                self.row,
                self.row,
                column.first_column,
                column.last_column,
                Style.HEADER,
                label=column.label,
            )
        self.plan.heights[self.row] = max(
            26.0,
            *(
                height(c.label, self._width(c.first_column, c.last_column))
                for c in block.columns.values()
            ),
        )
        self.row += 1
        self.plan.places.first_row = self.row
        for group in self.plan.groups:
            self._group(group)
        self.plan.places.last_row = self.row - 1
        self._levels()
        if block.stub is not None:
            stub = column_number(block.stub.at[0])
            self._add(
                self.plan.header_row, self.row - 1, stub, stub, Style.LABEL, label=block.stub.label
            )
        self._stretch_for_levels()

    def _group(self, group: Group) -> None:
        first = self.row
        for position in range(group.size):
            index = group.indicators[position] if position < len(group.indicators) else None
            if index is not None:
                self.plan.places.rows[index] = self.row
            if position >= len(group.indicators) + group.shown:
                self.plan.hidden.add(self.row)
            self._indicator(index)
            self.row += 1
        self.plan.blocks.append((first, self.row - 1, group))

    def _indicator(self, index: int | None) -> None:
        needed = 24.0
        for name, column in self.layout.indicators.columns.items():
            if name in ("level1", "level2"):
                continue
            path = None if index is None else f"indicators[{index}].{name}"
            style = column.style or _COLUMN_STYLES[name]
            self._add(
                self.row,
                self.row,
                column.first_column,
                column.last_column,
                style,
                field=path or f"indicators[].{name}",
                locked=path is not None and self.issue.locks(path),
            )
            if path is not None:
                width = self._width(column.first_column, column.last_column)
                needed = max(needed, height(shown_text(self.form, path), width))
        self.plan.heights[self.row] = min(needed, 409.0)

    def _levels(self) -> None:
        for first, last, name, group in self._merged_levels():
            column = self.layout.indicators.columns[name]
            last_column = column.last_column
            if name == "level1" and group.level2 is None and group.level1 is not None:
                last_column = self.layout.indicators.columns["level2"].last_column
            choices = self._choices(name) if self.issue.open_levels else ()
            self._add(
                first,
                last,
                column.first_column,
                last_column,
                Style.HEADER,
                field=f"groups.{name}",
                locked=not self.issue.open_levels,
                label=getattr(group, name),
                choices=choices,
            )

    def _merged_levels(self) -> Iterator[tuple[int, int, str, Group]]:
        """Yield each merged level cell: level 1 over equal neighbours, level 2 a group each."""
        blocks = self.plan.blocks
        start = 0
        for number, (first, last, group) in enumerate(blocks):
            spans_both = group.level2 is None and group.level1 is not None
            if not spans_both:
                yield first, last, "level2", group
            following = blocks[number + 1][2] if number + 1 < len(blocks) else None
            if following is None or not _same_level1(group, following):
                yield blocks[start][0], last, "level1", group
                start = number + 1

    def _choices(self, name: str) -> tuple[str, ...]:
        groups = self.layout.indicators.groups
        if name == "level1":
            return tuple(group.level1 for group in groups)
        return tuple(level2 for group in groups for level2 in group.level2)

    def _stretch_for_levels(self) -> None:
        """Make the visible rows of a level cell high enough for its own words."""
        for cell in self.plan.cells:
            if cell.field not in ("groups.level1", "groups.level2") or not cell.label:
                continue
            rows = [r for r in range(cell.row, cell.last_row + 1) if r not in self.plan.hidden]
            missing = height(cell.label, self._width(cell.column, cell.last_column)) - sum(
                self.plan.heights[row] for row in rows
            )
            if rows and missing > 0:
                for row in rows:
                    self.plan.heights[row] += missing / len(rows)

    def _add(
        self, row: int, last_row: int, column: int, last_column: int, style: Style, **rest: object
    ) -> None:
        self.plan.cells.append(PlannedCell(row, column, last_row, last_column, style, **rest))  # type: ignore[arg-type]


def _same_level1(group: Group, following: Group) -> bool:
    both_print_level2 = group.level2 is not None and following.level2 is not None
    return group.level1 == following.level1 and both_print_level2


_COLUMN_STYLES = {
    "name": Style.TEXT,
    "target": Style.VALUE,
    "actual": Style.VALUE,
    "weight": Style.SCORE,
    "score": Style.SCORE,
    "deviation_analysis": Style.LONG_TEXT,
}
