"""Changing the grid under a range: merging, inserting, deleting, copying, moving."""

from typing import Any, Self

from xladdin.libreoffice import runtime
from xladdin.libreoffice.area import Area
from xladdin.libreoffice.range_base import RangeBase

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
