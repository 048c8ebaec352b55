"""Where the indicator block begins, which columns it has, and where it ends."""

from msgspec import Struct

from generator.workbook.formulas.helpers import Helper
from generator.workbook.layout import Layout
from generator.workbook.reader.labelled.labels import LabelRows, comparable

_HELPERS = frozenset(Helper)
"""The headings of our own helper columns: never what a person calls the reason."""

_NEEDED = 3
"""So many of the block's headings must stand in one row for it to be the heading row."""


class Block(Struct, frozen=True):
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
    _take_last_heading(layout, columns, rows.get(header_row, []))
    if count < min(_NEEDED, len(headings)) or not {"level1", "level2", "name"} <= columns.keys():
        return None
    end = _end(layout, rows, columns, header_row, last_row)
    return Block(header_row, columns, header_row + 1, end)


def _take_last_heading(
    layout: Layout, columns: dict[str, int], texts: list[tuple[int, str]]
) -> None:
    """Whatever heads the column behind the score is the reason, however it was (mis)read."""
    if "deviation_analysis" not in layout.columns_of_indicators or "score" not in columns:
        return
    behind = [c for c, text in texts if c > columns["score"] and text not in _HELPERS]
    if "deviation_analysis" not in columns and behind:
        columns["deviation_analysis"] = min(behind)


def _end(
    layout: Layout, rows: LabelRows, columns: dict[str, int], header_row: int, last_row: int
) -> int:
    """Return the last row above the first label of the foot, and its unlabelled rows."""
    unlabelled = 0
    for spec in layout.foot:
        labels = {comparable(c.label) for c in spec.cells if c.label and len(c.label) > 1}
        if not labels:
            unlabelled += 1
            continue
        for row in range(header_row + 1, last_row + 1):
            if labels & {text for _, text in rows.get(row, ())}:
                return row - 1 - _blank_above(rows, row, unlabelled, columns["name"])
    return last_row - _blank_above(rows, last_row + 1, unlabelled, columns["name"])


def _blank_above(rows: LabelRows, row: int, count: int, name: int) -> int:
    """Return how many of the foot's unlabelled rows are there: none has an indicator's name."""
    above = range(row - count, row)
    return sum(all(column != name for column, _ in rows.get(each, ())) for each in above)
