"""Cells found and read in the XML when they are asked for: a form uses few of those it has."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator.workbook.sheet.address import Position, position
from generator.workbook.sheet.cell import Cell, Formula
from generator.workbook.sheet.content import content
from generator.workbook.sheet.escapes import character_data
from generator.workbook.sheet.sheet import Span
from generator.workbook.sheet.strings import SharedStrings

ATTRIBUTES = rb"""(?:\ [A-Za-z][A-Za-z0-9:]*+="[^"<>&]*+")*+"""
"""Attributes in the usual notation, for a verbose pattern."""

CELL = rb"""
    <c\ r="%b"(?:\ s="[0-9]{1,9}")?+(?:\ t="(?:n|str|s|b|e|d|inlineStr)")?+
    (?: \ ?/> | >
      (?:<f%b(?:\ ?/>|>[^<]*+</f>))?+
      (?:<v>[^<]*+</v>|<v\ ?/>)?+
      (?:<is><t(?:\ xml:space="preserve")?+>[^<]*+</t></is>)?+
    </c>)
"""
"""A cell in the usual notation, its address and the attributes of its formula to be filled in."""

_CELL = re.compile(
    rb"""<c\ r="([A-Z]+)[0-9]+"(?:\ s="([0-9]+)")?(?:\ t="([a-zA-Z]+)")?
    (?: \ ?(/)> | >
      (?:<f([^>]*?)\ ?(?:/>|>([^<]*)(</)f>))?
      (?:<v>([^<]*)</v>|<v\ ?/>)?
      (?:<is><t[^>]*>([^<]*)</t></is>)?
    </c>)""",
    re.VERBOSE,
)
_TYPES = {name.encode(): name for name in ("n", "s", "str", "b", "e", "d", "inlineStr")}
_GROUP = re.compile(rb' si="([^"]*)"')
_CELL_END = len(b"</c>")
_NOWHERE = Span(0, 0)


class LazyCells(Mapping[Position, Cell]):
    """The cells of a sheet by position, in the order of the file; a row is read as a whole.

    ``count`` is how many there are; every tag in ``rows`` that looks like a cell's is one.
    """

    def __init__(
        self, xml: bytes, rows: Mapping[int, Span], count: int, strings: SharedStrings
    ) -> None:
        self._xml, self._rows, self._count = xml, rows, count
        self._strings = strings
        self._found: dict[int, dict[int, re.Match[bytes]]] = {}
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
            match = self._row(where[0]).get(where[1])
            if match is None:
                return default
            cell = self._read[where] = _cell(match, self._strings)
        return cell

    def __contains__(self, where: object) -> bool:
        return isinstance(where, tuple) and where[1] in self._row(where[0])

    def __iter__(self) -> Iterator[Position]:
        for row in self._rows:
            for column in self._row(row):
                yield row, column

    def __len__(self) -> int:
        return self._count

    def _row(self, number: int) -> dict[int, re.Match[bytes]]:
        found = self._found.get(number)
        if found is None:
            start, close = self._rows.get(number, _NOWHERE)
            matches = _CELL.finditer(self._xml, start, close)
            found = self._found[number] = {_column(match[1]): match for match in matches}
        return found


def _cell(match: re.Match[bytes], strings: SharedStrings) -> Cell:
    _, style, type_, closed, attributes, _, _, value, inline = match.groups()
    start, end = match.span()
    number = int(style or 0)
    if closed:
        return Cell("blank", "", number, start, end, None)
    written = None if attributes is None else _formula(match, attributes)
    text = None if value is None else character_data(value)
    runs = None if inline is None else [character_data(inline)]
    kind, raw = content(_TYPES.get(type_), text, runs, strings)
    return Cell(kind, raw, number, start, end - _CELL_END, written)


@lru_cache(maxsize=1 << 10)
def _column(letters: bytes) -> int:
    return position(f"{letters.decode()}1")[1]


def _formula(cell: re.Match[bytes], attributes: bytes) -> Formula:
    group = _GROUP.search(attributes) if b' t="shared"' in attributes else None
    start = cell.start(5) - len(b"<f")
    close = cell.start(7) if cell[7] else cell.string.index(b">", cell.end(5)) + 1
    return Formula(cell[6] or b"", group[1].decode() if group else None, start, close)
