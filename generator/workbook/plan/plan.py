"""The concrete sheet of one form: every cell with its place, content, look and lock."""

from msgspec import Struct, field

from generator.workbook.layout import Layout
from generator.workbook.layout.schema import Formula, Style
from generator.workbook.plan.outline import Group
from generator.workbook.plan.places import Places


class PlannedCell(Struct, frozen=True):
    """One cell or merged area of the sheet; rows and columns count from 1."""

    row: int
    column: int
    last_row: int
    last_column: int
    style: Style
    locked: bool = True
    label: str | None = None
    field: str | None = None
    """A field path; ``indicators[].name`` in a blank row, ``groups.level1`` for a level name."""
    formula: Formula | None = None
    choices: tuple[str, ...] = ()
    number_format: str | None = None

    @property
    def is_merged(self) -> bool:
        """Whether the area is more than one cell."""
        return (self.row, self.column) != (self.last_row, self.last_column)


class Plan(Struct):
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
    """First and last row of each group of the indicator block."""

    def width(self, first: int, last: int) -> float:
        """Return the width of some columns, in characters."""
        return sum(list(self.layout.columns.values())[first - 1 : last])
