"""Getting about on a sheet: the end of a block, the region around a cell, the selection."""

from typing import Self

from xladdin.libreoffice.area import Area, between
from xladdin.libreoffice.area import of as area_of
from xladdin.libreoffice.range_base import RangeBase

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
