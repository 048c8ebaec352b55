"""One sheet of a project list as a table: rows of cells by key, blank rows passed over."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from generator.batch.project_list.columns import ListSheet
from generator.batch.project_list.headings import HEADER_WITHIN, Header, find_header
from generator.batch.project_list.merged import MergedDown
from generator.batch.project_list.opened import OpenedList
from generator.batch.project_list.problems import ListProblem, Place
from generator.workbook.sheet.address import letters
from generator.workbook.sheet.cell import Cell
from generator.workbook.sheet.sheet import Sheet


class Entry(Struct, frozen=True):
    """What one cell of a row holds: the text it shows, and the cell itself."""

    text: str | None
    cell: Cell | None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is there; a formula without a cached result is something."""
        return not (self.text or "").strip() and not self.is_uncalculated

    @property
    def is_uncalculated(self) -> bool:
        """Whether the file holds a formula, but not what it gives."""
        return self.cell is not None and self.cell.kind == "blank" and self.cell.formula is not None


class TableRow(Struct, frozen=True):
    """One row that is not blank: its number and its entries by key."""

    table: "Table"
    number: int
    entries: Mapping[str, Entry]

    def place(self, key: str | None = None) -> Place:
        """Return the place of an entry, or of the row; a missing column has no letter."""
        column = self.table.header.columns.get(key) if key else None
        if key is None or column is None:
            return Place(self.table.sheet.name, self.number)
        heading = self.table.sheet.column(key).heading
        return Place(self.table.sheet.name, self.number, letters(column), heading)


class Table:
    """A sheet with its header found; ``problems`` is what is wrong with the header."""

    def __init__(self, opened: OpenedList, sheet: ListSheet, scanned: Sheet) -> None:
        self.sheet = sheet
        self.header: Header
        self.problems: list[ListProblem]
        self._opened, self._scanned = opened, scanned
        self._merged = MergedDown(scanned.merges)
        self.header, self.problems = find_header(self._first_texts(), sheet)

    def rows(self) -> Iterator[TableRow]:
        """Yield the rows below the header in which something stands."""
        for number in sorted({row for row, _ in self._scanned.cells if row > self.header.row}):
            columns = self.header.columns.items()
            own = {key: self._entry(number, column) for key, column in columns}
            if not all(entry.is_blank for entry in own.values()):
                yield TableRow(self, number, own | self._from_above(number))

    def _from_above(self, row: int) -> dict[str, Entry]:
        """Return the entries of the cells that are merged with cells above them."""
        origins = {key: self._merged.origin(row, at) for key, at in self.header.columns.items()}
        return {
            key: self._entry(top, column)
            for key, (top, column) in origins.items()
            if self.header.row < top < row
        }

    def _entry(self, row: int, column: int) -> Entry:
        cell = self._scanned.cells.get((row, column))
        return Entry(self._opened.text(cell), cell)

    def _first_texts(self) -> dict[int, dict[int, str]]:
        rows: dict[int, dict[int, str]] = {}
        for (row, column), cell in self._scanned.cells.items():
            if row <= HEADER_WITHIN and cell.kind == "text" and cell.raw.strip():
                rows.setdefault(row, {})[column] = cell.raw
        return rows
