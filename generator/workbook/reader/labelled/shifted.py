"""Indicator rows whose cells slipped sideways, as page breaks make them in exported tables.

Behind a page break the stub and the level columns vanish, and a row begins one or two columns too
far left; other rows begin too far right, and their end falls off.  Such a row is told by a level
name in a column that is not its own, or by cells left of an empty name; it is then read in order.
"""

from collections.abc import Iterator

from generator.forms.profiles import Profile
from generator.workbook.layout import Layout
from generator.workbook.reader.labelled.block import Block
from generator.workbook.reader.labelled.labels import LabelRows

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
