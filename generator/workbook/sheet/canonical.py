"""Rows written the way Excel, WPS, LibreOffice and openpyxl write them, taken without a parser.

A form of 600 cells costs expat some 2,500 calls into Python.  Here *every byte* between the tags
of ``sheetData`` is recognised, or :mod:`rows` reads the sheet.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.workbook.sheet.address import Position
from generator.workbook.sheet.known_row import KnownRow, known_row
from generator.workbook.sheet.lazy_cells import LazyCells
from generator.workbook.sheet.sheet import Rows, Span
from generator.workbook.sheet.strings import SharedStrings

_LARGEST = 4 * 1024 * 1024  # bytes; more is no form, and goes the way that counts as it reads
_ROW_END, _SLASH = b"</row>", ord("/")


@dataclass(slots=True)
class CanonicalRows:
    """The rows of a sheet as they are recognised one by one."""

    spans: dict[int, Span] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    filled: set[Position] = field(default_factory=set)
    texts: set[bytes] = field(default_factory=set)
    attributes: set[bytes] = field(default_factory=set)
    certain: bool = True
    cells: int = 0

    def add(self, row: KnownRow, span: Span) -> None:
        """Take one more row."""
        self.spans[row.number] = span
        self.filled.update(row.filled)
        self.texts |= row.texts
        self.attributes |= row.attributes
        self.certain &= row.certain
        self.cells += row.cells
        if row.hidden:
            self.hidden.add(row.number)

    def require_texts(self, strings: SharedStrings) -> None:
        """Raise ``Rejected`` where a cell refers to a shared text that is not there."""
        for index in self.texts:
            strings.at(index.decode())

    def rows(self, xml: bytes, strings: SharedStrings) -> Rows:
        """Return the rows; ``xml`` is the part they were read from."""
        cells = LazyCells(xml, self.spans, self.cells, strings)
        return Rows(cells, self.spans, self.hidden, self.filled)


def read(region: bytes, start: int) -> CanonicalRows | None:
    """Return the rows between the tags of ``sheetData``, the first at offset ``start``.

    None where they are written in any other way, or numbered so that :mod:`rows` has to judge.
    """
    if len(region) > _LARGEST or b"\r" in region:  # a line end XML would change
        return None
    found = CanonicalRows()
    for xml, at, end in _pieces(region, start):
        row = known_row(xml)
        if row is None or row.number in found.spans:
            return None
        found.add(row, Span(at, end))
    return found


def _pieces(region: bytes, start: int) -> Iterator[tuple[bytes, int, int]]:
    """Yield each row without its end tag, its offset, and that of the end tag or what follows.

    Bytes that begin with no row are yielded as they are, up to the next end tag.
    """
    at = 0
    while at < len(region):
        size = _closed_size(region, at)
        end = at + size if size else region.find(_ROW_END, at)
        if end < 0:
            yield b"", start + at, start + at  # no row: it is never closed
            return
        yield region[at:end], start + at, start + end
        at = end if size else end + len(_ROW_END)


def _closed_size(region: bytes, at: int) -> int:
    """Return the size of a tag that closes itself, 0 where another stands there."""
    end = region.find(b">", at)
    return end + 1 - at if end > at and region[end - 1] == _SLASH else 0
