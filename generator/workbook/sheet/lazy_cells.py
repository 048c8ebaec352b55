"""Cells cut out of the XML and read when they are asked for: a form uses few of those it has."""

import re
from collections.abc import Iterator, Mapping

from generator.workbook.sheet.address import Position
from generator.workbook.sheet.cell import Cell, Formula
from generator.workbook.sheet.content import content
from generator.workbook.sheet.escapes import character_data
from generator.workbook.sheet.strings import SharedStrings

Piece = tuple[bytes, ...]
"""The whole tag or cell, number and attributes of a row, address, style, type, formula, value and
inline text of a cell; what is not there is empty."""

_TYPES = {name.encode(): name or None for name in ("", *"nsbed", "str", "inlineStr")}
_GROUP = re.compile(rb' si="([^"]*)"')
_CELL_END, _FORMULA_END = len(b"</c>"), len(b"</f>")


class LazyCells(Mapping[Position, Cell]):
    """The cells of a sheet by position, in the order of the file."""

    def __init__(
        self,
        index: dict[Position, int],
        pieces: list[Piece],
        offsets: list[int],
        strings: SharedStrings,
    ) -> None:
        self._index, self._pieces, self._offsets = index, pieces, offsets
        self._strings = strings
        self._read: dict[Position, Cell] = {}

    def __getitem__(self, where: Position) -> Cell:
        cell = self._read.get(where)
        if cell is None:
            at = self._index[where]
            cell = _cell(self._pieces[at], self._offsets[at], self._strings)
            self._read[where] = cell
        return cell

    def __contains__(self, where: object) -> bool:
        return where in self._index

    def __iter__(self) -> Iterator[Position]:
        return iter(self._index)

    def __len__(self) -> int:
        return len(self._index)


def _cell(piece: Piece, start: int, strings: SharedStrings) -> Cell:
    whole, _, _, _, style, type_, formula, value, inline = piece
    after = start + len(whole)
    number = int(style) if style else 0
    if whole.endswith(b"/>"):
        return Cell("blank", "", number, start, after, None)
    written = _formula(formula, start + whole.index(b"<f")) if formula else None
    text = character_data(value[3:-4]) if value else None
    runs = [character_data(inline[inline.index(b">", 4) + 1 : -9])] if inline else None
    kind, raw = content(_TYPES[type_], text, runs, strings)
    return Cell(kind, raw, number, start, after - _CELL_END, written)


def _formula(element: bytes, start: int) -> Formula:
    tag, _, rest = element.partition(b">")
    group = _GROUP.search(tag) if b' t="shared"' in tag else None
    close = start + len(element) - (_FORMULA_END if rest else 0)
    name = group[1].decode() if group else None
    return Formula(character_data(rest[:-_FORMULA_END]), name, start, close)
