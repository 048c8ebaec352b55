"""One sheet of a project list as a table: rows of cells by key, merged cells seen through."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from generator.batch.project_list.columns import ListSheet
from generator.batch.project_list.entries import folded
from generator.batch.project_list.headings import HEADER_WITHIN, Header, find_header
from generator.batch.project_list.problems import ListProblem, Place
from generator.workbook.package import Limits, Package
from generator.workbook.reader.cells import CellReader
from generator.workbook.reader.number_formats import NumberFormats
from generator.workbook.sheet.address import Area, Position, letters
from generator.workbook.sheet.cell import Cell
from generator.workbook.sheet.relations import relations
from generator.workbook.sheet.scan import scan
from generator.workbook.sheet.sheet import Sheet
from generator.workbook.sheet.workbook import WorkbookParts, read_workbook


class MergedDown:
    """Finds the cell whose value a merged cell shows, by the leftmost column of each area."""

    def __init__(self, merges: Iterable[Area]) -> None:
        self._areas: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for top, left, bottom, _ in sorted(merges):
            self._areas[left].append((top, bottom))

    def origin(self, row: int, column: int) -> Position:
        """Return the top cell of the area a cell is merged into, else the cell itself."""
        areas = self._areas.get(column, [])
        before = bisect_right(areas, (row, row)) - 1
        # An area that begins in this very row sorts behind (row, row), but is its own origin.
        if before >= 0 and areas[before][1] >= row:
            return areas[before][0], column
        return row, column


_AS_TEXT = "project_name"
"""Any text field: its cells are read as they show."""


class OpenedList:
    """The workbook of a project list; sheets are scanned when asked for.

    Raises ``Rejected`` for anything that is no workbook or exceeds a limit.
    """

    def __init__(self, source: Path | bytes, limits: Limits) -> None:
        self._limits = limits
        self._package = Package.open(source, limits)
        self._parts = read_workbook(self._package)
        self._cells = _cell_reader(self._package, self._parts)

    @property
    def visible_sheets(self) -> list[str]:
        """The names of the worksheets people see."""
        return [ref.name for ref in self._parts.sheets if ref.state == "visible"]

    def sheet(self, name: str) -> Sheet | None:
        """Return the worksheet called so, blanks and widths not counting; None if absent."""
        for ref in self._parts.sheets:
            if ref.kind == "worksheet" and folded(ref.name) == folded(name):
                xml = self._package.read(ref.part)
                return scan(xml, self._parts.shared_strings, self._limits, ref.name)
        return None

    def text(self, cell: Cell | None) -> str | None:
        """Return what a cell shows (98%, 2026-01-01, TRUE), ``None`` where it shows nothing."""
        if cell is not None and cell.kind == "error":
            return cell.raw
        if cell is not None and cell.kind == "boolean":
            return "TRUE" if cell.raw == "1" else "FALSE"
        text: str | None = self._cells.of_cell(cell, _AS_TEXT)
        return text


def _cell_reader(package: Package, parts: WorkbookParts) -> CellReader:
    related = relations(package, parts.part)
    styles = next((each.part for each in related if each.kind == "styles"), None)
    formats = NumberFormats(package, styles)
    return CellReader(formats, rate_in_percent=True, date1904=parts.date1904)


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
