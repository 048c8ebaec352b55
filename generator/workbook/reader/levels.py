"""Level-1 and level-2 names of each indicator row, from merged cells or filled down."""

from collections.abc import Iterator

from generator.workbook.reader.cells import CellReader, merge_origins
from generator.workbook.sheet.sheet import Sheet

Levels = tuple[str | None, str | None]


class LevelReader:
    """Walks down the indicator block and remembers which group it stands in."""

    def __init__(self, sheet: Sheet, cells: CellReader, level1: int, level2: int) -> None:
        self._sheet, self._cells = sheet, cells
        self._level1, self._level2 = level1, level2
        columns = range(min(level1, level2), max(level1, level2) + 1)
        self._origins = merge_origins(sheet, columns)
        self._current: Levels = (None, None)

    def walk(self, rows: range) -> Iterator[tuple[int, Levels]]:
        """Yield each row of the block with the level names it stands under."""
        for row in rows:
            self._current = self._at(row)
            yield row, self._current

    def _at(self, row: int) -> Levels:
        level1, is_new = self._first(row)
        origin = self._origins.get((row, self._level2))
        if origin is not None and origin[1] == self._level1:
            return level1, None
        if origin is not None:
            return level1, self._text(*origin)
        written = self._text(row, self._level2)
        if written is not None:
            return level1, written
        return level1, None if is_new else self._current[1]

    def _first(self, row: int) -> tuple[str | None, bool]:
        """Return the level-1 name of a row, and whether a new level-1 cell begins there."""
        origin = self._origins.get((row, self._level1))
        if origin is not None:
            return self._text(*origin), origin[0] == row
        written = self._text(row, self._level1)
        return (self._current[0], False) if written is None else (written, True)

    def _text(self, row: int, column: int) -> str | None:
        value: str | None = self._cells.value(self._sheet, (row, column), "level")
        return value
