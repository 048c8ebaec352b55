"""A project list opened: its worksheets by name, and what their cells show."""

from pathlib import Path

from generator.batch.project_list.folding import folded
from generator.workbook.package import Limits, Package
from generator.workbook.reader.cells import CellReader
from generator.workbook.reader.number_formats import NumberFormats
from generator.workbook.sheet.cell import Cell
from generator.workbook.sheet.relations import relations
from generator.workbook.sheet.scan import scan
from generator.workbook.sheet.sheet import Sheet
from generator.workbook.sheet.workbook import WorkbookParts, read_workbook

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
