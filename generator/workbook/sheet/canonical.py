"""Rows written the way Excel, WPS, LibreOffice and openpyxl write them, taken without a parser.

A form of 600 cells costs expat some 2,500 calls into Python.  Here *every byte* between the tags
of ``sheetData`` is recognised, or :mod:`rows` reads the sheet.
"""

from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import NamedTuple

from generator.workbook.sheet.known_row import KnownRow, known_row
from generator.workbook.sheet.lazy_cells import LazyCells
from generator.workbook.sheet.sheet import Rows, Span
from generator.workbook.sheet.strings import SharedStrings

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
        placed = {row.number: (self.spans[row.number].start, row) for row in known}
        hidden = {row.number for row in known if row.hidden}
        filled = frozenset[tuple[int, int]]().union(*[row.filled for row in known])
        return Rows(LazyCells(placed, strings), self.spans, hidden, filled)


def read(region: bytes, start: int) -> CanonicalRows | None:
    """Return the rows between the tags of ``sheetData``, the first at offset ``start``.

    None where they are written in any other way, or numbered so that :mod:`rows` has to judge.
    """
    if len(region) > _LARGEST or b"\r" in region:  # a line end XML would change
        return None
    spans: dict[int, Span] = {}
    known: dict[int, KnownRow] = {}
    for xml, gap in _pieces(region):
        row = known_row(xml)
        if row is None or row.number in spans:
            return None
        end = start + len(xml)
        spans[row.number], known[row.number] = Span(start, end), row
        start = end + gap
    return CanonicalRows(spans, known)


def _pieces(region: bytes) -> Iterable[tuple[bytes, int]]:
    """Return each row without its end tag, and how long that is.

    Bytes that begin with no row are returned as they are, up to the next end tag.
    """
    if b"/><row" in region or not region.endswith(_ROW_END):
        return _pieces_one_by_one(region)
    return zip(region[: -len(_ROW_END)].split(_ROW_END), repeat(len(_ROW_END)))


def _pieces_one_by_one(region: bytes) -> Iterator[tuple[bytes, int]]:
    """Yield the same where some rows close themselves, or the last is never closed."""
    at = 0
    while at < len(region):
        size = _closed_size(region, at)
        end = at + size if size else region.find(_ROW_END, at)
        if end < 0:
            yield b"", 0  # no row: it is never closed
            return
        gap = 0 if size else len(_ROW_END)
        yield region[at:end], gap
        at = end + gap


def _closed_size(region: bytes, at: int) -> int:
    """Return the size of a tag that closes itself, 0 where another stands there."""
    end = region.find(b">", at)
    return end + 1 - at if end > at and region[end - 1] == _SLASH else 0
