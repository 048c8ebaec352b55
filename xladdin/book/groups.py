"""The level-2 groups of the indicator block: which rows each has, and which of them are used."""

from itertools import groupby

from msgspec import Struct

from generator.workbook.reader.assemble import LevelReader
from generator.workbook.reader.read import cell_reader
from xladdin.book.current import Current


class RowGroup(Struct, frozen=True):
    """Neighbouring rows under one level-1 and level-2 name."""

    level1: str | None
    level2: str | None
    rows: range
    used: tuple[int, ...]

    @property
    def spare(self) -> list[int]:
        """The rows with no indicator."""
        return [row for row in self.rows if row not in self.used]


def row_groups(form: Current) -> list[RowGroup]:
    """Return the groups of the block, top to bottom."""
    places = form.places
    levels = _levels(form)
    walked = levels.walk(range(places.first_row, places.last_row + 1))
    groups = []
    for (level1, level2), members in groupby(walked, lambda pair: pair[1]):
        rows = [row for row, _ in members]
        block = range(rows[0], rows[-1] + 1)
        used = tuple(row for row in places.rows if row in block)
        groups.append(RowGroup(level1, level2, block, used))
    return groups


def group_of(form: Current, row: int) -> RowGroup | None:
    """Return the group a row of the sheet lies in, ``None`` for a row outside the block."""
    return next((group for group in row_groups(form) if row in group.rows), None)


def _levels(form: Current) -> LevelReader:
    cells = cell_reader(form.reading.content, form.layout)
    return LevelReader(form.cells, cells, form.places, form.layout.level_names)
