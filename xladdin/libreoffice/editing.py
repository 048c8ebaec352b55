"""Changing the grid under a range (merging, inserting, copying), getting about on its
sheet, links.
"""

from typing import Any, Self

from xladdin.libreoffice import runtime
from xladdin.libreoffice.area import Area, between
from xladdin.libreoffice.area import of as area_of
from xladdin.libreoffice.errors import LibreOfficeError
from xladdin.libreoffice.range_base import RangeBase
from xladdin.libreoffice.remote import Remote

_INSERT = {"down": "DOWN", "right": "RIGHT"}
_DELETE = {"up": "UP", "left": "LEFT"}


class Editing(RangeBase):
    """Merging, inserting, deleting, copying and moving cells."""

    @property
    def merge_area(self) -> Self:
        """The merged cells the first cell belongs to, or that cell."""
        return self.at(self._sheet.merged_at(self.area.cell(1, 1)))

    @property
    def merge_cells(self) -> bool | None:
        """Whether the cells are all in one merge; None when some are merged."""
        merged = self._sheet.merged_at(self.area.cell(1, 1))
        if merged.size > 1 and merged.contains(self.area):
            return True
        return None if merged.size > 1 or self.xl.IsMerged else False

    def merge(self, across: bool) -> None:
        """Merge the cells into one, or with ``across`` each row by itself."""
        self.guard()
        if not across:
            self.xl.merge(True)
            return
        for row in range(1, self.area.rows + 1):
            first = self.area.cell(row, 1)
            self.at(Area(first.row, first.column, 1, self.area.columns)).xl.merge(True)

    def unmerge(self) -> None:
        """Separate merged cells."""
        self.guard()
        self.xl.merge(False)

    def insert(self, shift: str | None = None, copy_origin: str | None = None) -> None:
        """Insert cells here; a range of whole rows or columns inserts these."""
        mode = self._whole() or _INSERT.get(shift or "") or self._shorter("DOWN", "RIGHT")
        self._sheet.xl.insertCells(self._remote(), _mode("CellInsertMode", mode))

    def delete(self, shift: str | None = None) -> None:
        """Delete the cells; a range of whole rows or columns deletes these."""
        mode = self._whole() or _DELETE.get(shift or "") or self._shorter("UP", "LEFT")
        self._sheet.xl.removeRange(self._remote(), _mode("CellDeleteMode", mode))

    def copy(self, destination: Any = None) -> None:
        """Copy everything to a range of the same book; LibreOffice has no clipboard here."""
        target = _target(destination, "copy")
        target.guard()
        target.sheet.xl.copyRange(target.corner(), self._remote())

    def move(self, destination: Any) -> None:
        """Move everything to a range of the same book; references follow."""
        target = _target(destination, "move")
        self.guard()
        target.guard()
        target.sheet.xl.moveRange(target.corner(), self._remote())

    def corner(self) -> Any:
        """Return the first cell as LibreOffice writes it."""
        corner = (self._sheet.position, self.column - 1, self.row - 1)
        return runtime.struct("com.sun.star.table.CellAddress", *corner)

    def _remote(self) -> Any:
        return self.area.remote(self._sheet.position)

    def _whole(self) -> str | None:
        if self.area.columns == self._sheet.last_column:
            return "ROWS"
        return "COLUMNS" if self.area.rows == self._sheet.last_row else None

    def _shorter(self, vertical: str, horizontal: str) -> str:
        return vertical if self.area.columns >= self.area.rows else horizontal


def _mode(name: str, value: str) -> Any:
    return runtime.enumeration(f"com.sun.star.sheet.{name}", value)


def _target(destination: Any, verb: str) -> "Editing":
    impl = getattr(destination, "impl", destination)
    if not isinstance(impl, Editing):
        raise NotImplementedError(f"Range.{verb} needs a destination: there is no clipboard")
    return impl


_DIRECTIONS = {"down": (1, 0), "up": (-1, 0), "right": (0, 1), "left": (0, -1)}


class Navigation(RangeBase):
    """Moving about, as with Ctrl and an arrow key."""

    def end(self, direction: str) -> Self:
        """Return the cell Ctrl and the arrow key lead to."""
        down, right = _DIRECTIONS[direction]
        line = self._line(down, right)
        cells = self.at(line).xl.getFormulaArray()
        filled = [bool(text) for row in cells for text in row]
        if down + right < 0:
            filled.reverse()
        room = {
            (1, 0): self._sheet.last_row - self.row,
            (0, 1): self._sheet.last_column - self.column,
        }
        steps = edge(filled, room.get((down, right), len(filled) - 1))
        return self.at(Area(self.row + down * steps, self.column + right * steps))

    @property
    def current_region(self) -> Self:
        """The block of cells around this one, bounded by empty rows and columns."""
        cursor = self._sheet.xl.createCursorByRange(self.xl)
        cursor.collapseToCurrentRegion()
        return self.at(area_of(cursor.RangeAddress))

    def select(self) -> None:
        """Select the cells."""
        self._sheet.activate()
        self._sheet.book.controller.select(self.xl)

    def _line(self, down: int, right: int) -> Area:
        """Return the cells from here to the end of what is used, or to the edge of the sheet."""
        used = self._sheet.used_area
        bottom, last = max(used.bottom, self.row), max(used.right, self.column)
        if down:
            rows = (self.row, bottom) if down > 0 else (1, self.row)
            return between(rows[0], self.column, rows[1], self.column)
        columns = (self.column, last) if right > 0 else (1, self.column)
        return between(self.row, columns[0], self.row, columns[1])


def edge(filled: list[bool], room: int) -> int:
    """Return how many steps Ctrl and an arrow key go along these cells, starting at the first.

    Within a block they go to its last cell, from there (or from an empty cell) to the next block,
    and when there is none as far as there is room.
    """
    if len(filled) > 1 and filled[0] and filled[1]:
        return (filled.index(False) if False in filled else len(filled)) - 1
    later = [step for step, full in enumerate(filled) if full and step]
    return later[0] if later else room


_FIELD = "com.sun.star.text.TextField.URL"


class Hyperlinks(RangeBase):
    """The link on the first cell of a range."""

    @property
    def hyperlink(self) -> str:
        """The address of the link."""
        fields = self._first.getTextFields()
        if not fields.Count:
            raise LibreOfficeError("the cell has no hyperlink")
        return _to_excel(str(fields.createEnumeration().nextElement().URL))

    def add_hyperlink(
        self, address: str, text_to_display: str | None = None, screen_tip: str | None = None
    ) -> None:
        """Make the cell a link; LibreOffice keeps no screen tip."""
        self.guard()
        field = self._sheet.book.xl.createInstance(_FIELD)
        field.URL = _to_own(address)
        field.Representation = text_to_display or address
        cell = self._first
        cell.String = ""
        cell.insertTextContent(cell.createTextCursor(), field, False)

    @property
    def _first(self) -> Remote:
        return self.at(self.area.cell(1, 1)).xl


def _to_own(address: str) -> str:
    place, mark, cell = address.rpartition("!")
    return f"{place}.{cell}" if mark and address.startswith("#") else address


def _to_excel(address: str) -> str:
    place, mark, cell = address.rpartition(".")
    return f"{place}!{cell}" if mark and address.startswith("#") else address
