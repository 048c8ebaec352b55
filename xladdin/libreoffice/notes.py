"""Notes on cells (which LibreOffice calls comments, and Excel once did)."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import xlwings as xw
from xlwings import base_classes

from xladdin.libreoffice import runtime
from xladdin.libreoffice.area import Area, between
from xladdin.libreoffice.area import of as area_of
from xladdin.libreoffice.kinds import Cell, CellSet, cells_of, vertical_runs
from xladdin.libreoffice.range_base import RangeBase
from xladdin.libreoffice.remote import Remote

if TYPE_CHECKING:
    from xladdin.libreoffice.ranges import Range
    from xladdin.libreoffice.sheet import Sheet


_ANNOTATION = 8  # com.sun.star.sheet.CellFlags


class Note(base_classes.Note):
    """The note on one cell."""

    def __init__(self, sheet: "Sheet", annotation: Remote) -> None:
        """Take a note of a sheet."""
        self._sheet, self._annotation = sheet, annotation

    @property
    def api(self) -> Remote:
        """The annotation in LibreOffice."""
        return self._annotation

    @property
    def text(self) -> str:
        """What the note says."""
        return str(self._annotation.String)

    @text.setter
    def text(self, value: str) -> None:
        self._guard()
        self._annotation.String = value

    @property
    def author(self) -> str:
        """Who wrote it, if known."""
        return str(self._annotation.Author)

    @property
    def location(self) -> "Range":
        """The cell."""
        position = self._annotation.Position
        return self._sheet.at(Area(position.Row + 1, position.Column + 1))

    def delete(self) -> None:
        """Take the note away."""
        self._guard()
        self.location.clear_notes()

    def _guard(self) -> None:
        self.location.guard()


class Notes(RangeBase):
    """The note on the first cell of a range."""

    @property
    def note(self) -> Note | None:
        """The note; None when there is none."""
        annotation = self.at(self.area.cell(1, 1)).xl.Annotation
        return Note(self._sheet, annotation) if annotation.String else None

    def add_note(self, text: str) -> Note:
        """Put a note on the cell."""
        self.guard()
        insert(self._sheet, {(self.row, self.column): text})
        return Note(self._sheet, self.xl.Annotation)


def texts(cells: RangeBase) -> dict[Cell, str]:
    """Return the notes on some cells."""
    areas = cells.xl.queryContentCells(_ANNOTATION).getRangeAddresses()
    noted = [cell for area in areas for cell in cells_of(area_of(area))]
    return {cell: str(cells.at(Area(*cell)).xl.Annotation.String) for cell in noted}


def insert(sheet: "Sheet", texts: Mapping[Cell, str]) -> None:
    """Put notes on cells; a note that is there is replaced."""
    if not texts:
        return
    annotations, position = sheet.xl.Annotations, sheet.position
    for (row, column), text in texts.items():
        cell: Any = runtime.struct("com.sun.star.table.CellAddress", position, column - 1, row - 1)
        annotations.insertNew(cell, text)


def of_sheet(sheet: "Sheet") -> list[Note]:
    """Return the notes of a sheet."""
    annotations = sheet.xl.Annotations
    return [Note(sheet, annotations.getByIndex(index)) for index in range(annotations.Count)]


def read_notes(sheet: xw.Sheet, cells: Iterable[Cell]) -> dict[Cell, str]:
    """Return the notes on some cells (row, column) of a sheet, those with none left out."""
    impl: Sheet = sheet.impl
    return {cell: str(impl.at(Area(*cell)).xl.Annotation.String) for cell in _noted(impl, cells)}


def _noted(sheet: "Sheet", cells: Iterable[Cell]) -> set[Cell]:
    """Return those of some cells that have a note."""
    wanted = set(cells)
    if not wanted:
        return set()
    rows, columns = {row for row, _ in wanted}, {column for _, column in wanted}
    around = between(min(rows), min(columns), max(rows), max(columns))
    found = sheet.cells_at(around).queryContentCells(_ANNOTATION).getRangeAddresses()
    return wanted & {cell for each in found for cell in cells_of(area_of(each))}


def write_notes(sheet: xw.Sheet, texts: Mapping[Cell, str | None]) -> None:
    """Give each cell (row, column) of a sheet its note, and take it away (``None``).

    One round trip for a new note, some for one whose text changes (its author and shape stay), and
    few for all that go.
    """
    impl: Sheet = sheet.impl
    for row, column in texts if impl.protected else ():
        impl.at(Area(row, column)).guard()
    noted = _noted(impl, texts)
    gone = [cell for cell in noted if not texts[cell]]
    if gone:
        CellSet(impl.book.xl, impl.position).clear(vertical_runs(gone), _ANNOTATION)
    for cell in noted - set(gone):
        impl.at(Area(*cell)).xl.Annotation.String = texts[cell]
    insert(impl, {cell: text for cell, text in texts.items() if text and cell not in noted})


def clear_notes(cells: xw.Range) -> None:
    """Take all notes of a range away, in one round trip."""
    cells.impl.clear_notes()
