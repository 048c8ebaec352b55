"""Cells taken from the matches of their rows when they are asked for: a form uses few of many."""

import re
from collections.abc import Iterator, Mapping

from generator.workbook.sheet.address import Position
from generator.workbook.sheet.cell import Cell, Formula
from generator.workbook.sheet.content import content
from generator.workbook.sheet.escapes import character_data
from generator.workbook.sheet.known_row import KnownRow
from generator.workbook.sheet.strings import SharedStrings

_TYPES = {name.encode(): name for name in ("n", "s", "str", "b", "e", "d", "inlineStr")}
_GROUP = re.compile(rb' si="([^"]*)"')
_CELL_END = len(b"</c>")


class LazyCells(Mapping[Position, Cell]):
    """The cells of a sheet by position, in the order of the file."""

    def __init__(self, rows: Mapping[int, tuple[int, KnownRow]], strings: SharedStrings) -> None:
        """Take the rows by number, each with the offset its cells are counted from."""
        self._rows, self._strings = rows, strings
        self._read: dict[Position, Cell] = {}

    def __getitem__(self, where: Position) -> Cell:
        cell = self.get(where)
        if cell is None:
            raise KeyError(where)
        return cell

    def get(  # type: ignore[override]  # the one overload of a mapping's that is ever used
        self, where: Position, default: Cell | None = None
    ) -> Cell | None:
        """Return the cell at a position, ``default`` where there is none: the hot path."""
        cell = self._read.get(where)
        if cell is None:
            placed = self._rows.get(where[0])
            match = None if placed is None else placed[1].cells.get(where[1])
            if placed is None or match is None:
                return default
            cell = self._read[where] = _cell(match, placed[0], self._strings)
        return cell

    def raw(self, row: int) -> Mapping[int, re.Match[bytes]]:
        """Return the cells of a row by column as :data:`known_row.CELL` matched them."""
        placed = self._rows.get(row)
        return {} if placed is None else placed[1].cells

    def __contains__(self, where: object) -> bool:
        return isinstance(where, tuple) and where[1] in self.raw(where[0])

    def __iter__(self) -> Iterator[Position]:
        for number, (_, row) in self._rows.items():
            for column in row.cells:
                yield number, column

    def __len__(self) -> int:
        return sum(len(row.cells) for _, row in self._rows.values())


def _cell(match: re.Match[bytes], row: int, strings: SharedStrings) -> Cell:
    """Return the cell of a match, ``row`` being what its offsets are counted from."""
    _, _, style, type_, closed, attributes, _, _, value, inline = match.groups()
    start, end = match.span()
    number = int(style or 0)
    if closed:
        return Cell("blank", "", number, row + start, row + end, None)
    written = None if attributes is None else _formula(match, row)
    text = None if value is None else character_data(value)
    runs = None if inline is None else [character_data(inline)]
    kind, raw = content(_TYPES.get(type_), text, runs, strings)
    return Cell(kind, raw, number, row + start, row + end - _CELL_END, written)


def _formula(cell: re.Match[bytes], row: int) -> Formula:
    attributes = cell[6]
    group = _GROUP.search(attributes) if b' t="shared"' in attributes else None
    start = cell.start(6) - len(b"<f")
    close = cell.start(8) if cell[8] else cell.string.index(b">", cell.end(6)) + 1
    return Formula(cell[7] or b"", group[1].decode() if group else None, row + start, row + close)
