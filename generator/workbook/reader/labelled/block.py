"""Where the indicator block begins and ends, which columns it has, and which rows
slipped sideways.
"""

from collections.abc import Iterator

from msgspec import Struct

from generator.forms.profiles import Profile
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


_ORDER = ("name", "target", "actual", "weight", "score", "deviation_analysis")

Token = tuple[int, str]
"""Column and comparable text of a cell that holds something."""


class ShiftedRows:
    """Finds where the cells of slipped rows stand."""

    def __init__(self, layout: Layout, profile: Profile, block: Block) -> None:
        stub = layout.indicators.stub
        self._stub = "".join(stub.label.split()) if stub else ""
        self._profile = profile
        self._columns = block.columns
        self._own = [name for name in _ORDER if name in block.columns]

    def moved(self, rows: LabelRows, first: int, last: int) -> dict[int, dict[str, int]]:
        """Return, for each slipped row, the column each of its values stands in."""
        found = {}
        for row in range(first, last + 1):
            tokens = [token for token in rows.get(row, ()) if token[1] != self._stub]
            places = self._placed(tokens)
            if places is not None:
                found[row] = places
        return found

    def _placed(self, tokens: list[Token]) -> dict[str, int] | None:
        levels = dict(self._levels(tokens))
        rest = [token for token in tokens if token[0] not in levels.values()]
        by_column = {column for column, _ in rest}
        name = self._columns["name"]
        if not rest or not self._is_slipped(levels, by_column):
            return None
        if min(by_column) == name and not self._stands_between(by_column):
            # Only the level name slipped.
            return levels | {own: self._columns[own] for own in self._own}
        return levels | dict(zip(self._own, (column for column, _ in rest), strict=False))

    def _levels(self, tokens: list[Token]) -> Iterator[tuple[str, int]]:
        """Yield the level names a row begins with, each with its column."""
        first, *others = tokens[:2] or [(0, "")]
        if self._is_level1(first) and not (others and self._is_level1(others[0])):
            yield "level1", first[0]
            if others and self._profile.level2(others[0][1]):
                yield "level2", others[0][0]
        elif self._profile.level2(first[1]):
            yield "level2", first[0]

    def _is_level1(self, token: Token) -> bool:
        """A name of both levels (成本指标) is a level 1 only in its own column or left of it."""
        column, text = token
        if self._profile.level1(text) is None:
            return False
        return self._profile.level2(text) is None or column <= self._columns["level1"]

    def _is_slipped(self, levels: dict[str, int], others: set[int]) -> bool:
        if any(column != self._columns[name] for name, column in levels.items()):
            return True
        return self._begins_left(others) or self._stands_between(others)

    def _begins_left(self, others: set[int]) -> bool:
        """Tell whether the row starts left of the names and leaves a hole for it.

        A cell alone, or before a full row, is a level name nobody knows.
        """
        last = self._columns["weight" if "weight" in self._columns else "target"]
        full = self._columns["name"] in others and last in others
        return min(others) < self._columns["name"] and len(others) > 1 and not full

    def _stands_between(self, others: set[int]) -> bool:
        """A cell between two columns of the block belongs to the next one."""
        own = {self._columns[name] for name in self._own}
        return any(min(own) < column < max(own) and column not in own for column in others)
