"""Rows written the way Excel, WPS, LibreOffice and openpyxl write them, taken without a parser."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import repeat
from typing import NamedTuple

from generator.workbook.sheet.address import Position
from generator.workbook.sheet.cell import Cell, Formula, content
from generator.workbook.sheet.escapes import character_data
from generator.workbook.sheet.quick.known_row import OPENING, KnownRow, known_row
from generator.workbook.sheet.sheet import Rows, Span
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


_LARGEST = 4 * 1024 * 1024  # bytes; more is no form, and goes the way that counts as it reads
_ROW_END, _SLASH = b"</row>", ord("/")


class CanonicalRows(NamedTuple):
    """The rows of a sheet by number: where each is, and what its bytes tell."""

    spans: dict[int, Span]
    known: dict[int, KnownRow]

    @property
    def attributes(self) -> frozenset[bytes]:
        """Return all lists of attributes, as :class:`KnownRow` has them."""
        return frozenset().union(*[row.attributes for row in self.known.values()])

    @property
    def certain(self) -> bool:
        """Tell whether no parser will find fault with any text."""
        return all(row.certain for row in self.known.values())

    def require_texts(self, strings: SharedStrings) -> None:
        """Raise ``Rejected`` where a cell refers to a shared text that is not there."""
        for index in frozenset[bytes]().union(*[row.texts for row in self.known.values()]):
            strings.at(index.decode())

    def rows(self, strings: SharedStrings) -> Rows:
        """Return the rows with their cells."""
        known = self.known.values()
        placed = {row.number: (self.spans[row.number].start + len(OPENING), row) for row in known}
        hidden = {row.number for row in known if row.hidden}
        filled = frozenset[tuple[int, int]]().union(*[row.filled for row in known])
        return Rows(LazyCells(placed, strings), self.spans, hidden, filled)


def read(region: bytes, start: int) -> CanonicalRows | None:
    """Return the rows between the tags of ``sheetData``, the first at offset ``start``.

    None where they are written in any other way, or numbered so that :mod:`rows` has to judge.
    """
    if len(region) > _LARGEST or b"\r" in region:  # a line end XML would change
        return None
    usual = region.startswith(OPENING) and region.endswith(_ROW_END)
    found = _read(_between_rows(region), start) if usual else None
    return found or _read(_one_by_one(region), start)


def _read(pieces: Iterable[tuple[bytes, int]], start: int) -> CanonicalRows | None:
    spans: dict[int, Span] = {}
    known: dict[int, KnownRow] = {}
    for xml, gap in pieces:
        row = known_row(xml)
        if row is None or row.number in spans:
            return None
        end = start + len(OPENING) + len(xml)
        spans[row.number], known[row.number] = Span(start, end), row
        start = end + gap
    return CanonicalRows(spans, known)


def _between_rows(region: bytes) -> Iterable[tuple[bytes, int]]:
    """Return each row as :func:`known_row` takes it, and how long its end tag is.

    The longer what is looked for, the faster it is found: a sheet is 200,000 bytes long.
    """
    inner = region[len(OPENING) : -len(_ROW_END)]
    return zip(inner.split(_ROW_END + OPENING), repeat(len(_ROW_END)))


def _one_by_one(region: bytes) -> Iterator[tuple[bytes, int]]:
    """Yield the same where some rows close themselves, or the last is never closed.

    What begins with no row is yielded as nothing.
    """
    at = 0
    while at < len(region):
        size = _closed_size(region, at)
        end = at + size if size else region.find(_ROW_END, at)
        if end < 0 or not region.startswith(OPENING, at):
            yield b"", 0
            return
        gap = 0 if size else len(_ROW_END)
        yield region[at + len(OPENING) : end], gap
        at = end + gap


def _closed_size(region: bytes, at: int) -> int:
    """Return the size of a tag that closes itself, 0 where another stands there."""
    end = region.find(b">", at)
    return end + 1 - at if end > at and region[end - 1] == _SLASH else 0
