"""Level-1 and level-2 names of each indicator row, from merged cells or filled down."""

from collections.abc import Iterator

from generator.workbook.plan.places import Places
from generator.workbook.reader.cells import CellReader, merge_origins
from generator.workbook.sheet.sheet import Sheet

Levels = tuple[str | None, str | None]


class LevelReader:
    """Walks down the indicator block and remembers which group it stands in."""

    def __init__(
        self, sheet: Sheet, cells: CellReader, places: Places, known: frozenset[str]
    ) -> None:
        """``known`` level names are read without the blanks line breaks leave inside them."""
        self._known = known
        self._sheet, self._cells, self._moved = sheet, cells, places.moved
        self._level1, self._level2 = places.columns["level1"], places.columns["level2"]
        low, high = sorted((self._level1, self._level2))
        self._origins = merge_origins(sheet, range(low, high + 1))
        self._current: Levels = (places.first_level1, None)

    def walk(self, rows: range) -> Iterator[tuple[int, Levels]]:
        """Yield each row of the block with the level names it stands under."""
        for row in rows:
            self._current = self._at(row)
            yield row, self._current

    def _at(self, row: int) -> Levels:
        if row in self._moved:
            return self._slipped(row, self._moved[row])
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

    def _slipped(self, row: int, at: dict[str, int]) -> Levels:
        """Return the names of a row whose cells slipped: its own, else those it stands under."""
        level1, level2 = self._current
        if "level1" in at:
            level1, level2 = self._text(row, at["level1"]), None
        return level1, self._text(row, at["level2"]) if "level2" in at else level2

    def _first(self, row: int) -> tuple[str | None, bool]:
        """Return the level-1 name of a row, and whether a new level-1 cell begins there."""
        origin = self._origins.get((row, self._level1))
        if origin is not None:
            return self._text(*origin), origin[0] == row
        written = self._text(row, self._level1)
        if written is None:
            return self._current[0], False
        return written, written != self._current[0]  # the same again: filled down by hand

    def _text(self, row: int, column: int) -> str | None:
        value: str | None = self._cells.value(self._sheet, (row, column), "level")
        if value is None or value in self._known:
            return value
        narrow = "".join(value.split())
        return narrow if narrow in self._known else value
