"""Where each field of a form stands in its workbook: the only bridge from fields to cells."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct, field

from generator.forms.fields import indicator_field, split_indicator
from generator.workbook.sheet.address import address


class Address(NamedTuple):
    """One cell: sheet name, row and column counted from 1."""

    sheet: str
    row: int
    column: int

    @property
    def a1(self) -> str:
        """The cell as people call it: ``G15``."""
        return address(self.row, self.column)


class Places(Struct):
    """The places of all fields of one workbook.

    ``scalars`` maps field paths to cells; an indicator's field stands where its row (``rows``,
    one an indicator, in form order) meets its column.  ``first_row`` and ``last_row`` bound the
    whole indicator block with its spare rows.  ``helpers`` are columns outside the print area.
    ``moved`` holds the columns of rows whose cells slipped sideways, by row and name;
    ``first_level1`` is the level-1 name that slipped into the heading row.
    """

    sheet: str
    scalars: dict[str, Address]
    columns: dict[str, int]
    rows: list[int]
    first_row: int
    last_row: int
    helpers: dict[str, int] = field(default_factory=dict)
    moved: dict[int, dict[str, int]] = field(default_factory=dict)
    first_level1: str | None = None

    @property
    def first_cell(self) -> str:
        """The first cell of the indicator block, for what concerns the block as a whole."""
        return address(self.first_row, self.columns["name"])

    def find(self, path: str) -> Address | None:
        """Return the cell of a field, ``None`` where the workbook has no place for it."""
        indicator = split_indicator(path)
        if indicator is None:
            return self.scalars.get(path)
        index, name = indicator
        if index >= len(self.rows):
            return None
        row = self.rows[index]
        column = self.column(row, name)
        return None if column is None else Address(self.sheet, row, column)

    def column(self, row: int, name: str) -> int | None:
        """Return the column a value of an indicator row stands in, ``None`` where there is none."""
        return self.moved.get(row, self.columns).get(name)

    def indicator_places(self, column: str) -> Iterator[tuple[str, Address]]:
        """Yield (field, cell) of one column for every indicator there is."""
        for index, row in enumerate(self.rows):
            found = self.column(row, column)
            if found is not None:
                yield indicator_field(index, column), Address(self.sheet, row, found)
