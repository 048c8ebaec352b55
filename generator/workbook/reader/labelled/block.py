"""Where the indicator block begins, which columns it has, and where it ends."""

from dataclasses import dataclass

from generator.workbook.layout import Layout
from generator.workbook.reader.labelled.labels import LabelRows, comparable

_NEEDED = 3
"""So many of the block's headings must stand in one row for it to be the heading row."""


@dataclass(frozen=True, slots=True)
class Block:
    """The indicator block of a sheet: heading row, columns by name, first and last row."""

    header_row: int
    columns: dict[str, int]
    first_row: int
    last_row: int


def find_block(layout: Layout, rows: LabelRows, last_row: int) -> Block | None:
    """Return the indicator block, ``None`` where no row has its headings."""
    headings = {comparable(c.label): name for name, c in layout.indicators.columns.items()}
    best: tuple[int, int, dict[str, int]] = (0, 0, {})
    for row, texts in rows.items():
        columns: dict[str, int] = {}
        for column, text in texts:
            if text in headings:
                columns.setdefault(headings[text], column)
        if len(columns) > best[0]:
            best = (len(columns), row, columns)
    count, header_row, columns = best
    if count < min(_NEEDED, len(headings)) or not {"level1", "level2", "name"} <= columns.keys():
        return None
    end = _end(layout, rows, header_row, last_row)
    return Block(header_row, columns, header_row + 1, end)


def _end(layout: Layout, rows: LabelRows, header_row: int, last_row: int) -> int:
    """Return the last row above the first label of the foot, and its unlabelled rows."""
    unlabelled = 0
    for spec in layout.foot:
        labels = {comparable(c.label) for c in spec.cells if c.label and len(c.label) > 1}
        if not labels:
            unlabelled += 1
            continue
        for row in range(header_row + 1, last_row + 1):
            if labels & {text for _, text in rows.get(row, ())}:
                return row - 1 - unlabelled
    return last_row - unlabelled
