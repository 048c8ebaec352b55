"""Cells merged downwards: offices merge a project's name over the rows of its indicators."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from generator.workbook.sheet.address import Area, Position


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
