"""Rows written the way Excel, WPS, LibreOffice and openpyxl write them, read by one pattern.

A form of 600 cells costs expat some 2,500 calls into Python; the pattern takes it in one call.
It either recognises *every byte* between the tags of ``sheetData`` or gives up, and then
:mod:`rows` reads the sheet.  That the XML is well-formed has been checked by expat all the same.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from generator.workbook.sheet.address import LAST_ROW, Position, position
from generator.workbook.sheet.lazy_cells import LazyCells, Piece
from generator.workbook.sheet.sheet import Rows, Span
from generator.workbook.sheet.strings import SharedStrings

_LARGEST = 4 * 1024 * 1024  # bytes; the pieces of more would take too much memory at once

_PATTERN = re.compile(
    rb"""(
    <row\ r="([1-9][0-9]{0,6})"((?:\ [^\s=<>"]+="[^"<>&]*")*)\ ?/?>
    | </row>
    | <c\ r="([A-Z]{1,3}[1-9][0-9]{0,6})"
      (?:\ s="([0-9]{1,9})")?
      (?:\ t="(n|s|str|b|e|d|inlineStr)")?
      (?: \ ?/> | >
        (<f(?:\ [^\s=<>"]+="[^"<>&]*")*(?:\ ?/>|>[^<]*</f>))?
        (<v>[^<]*</v>|<v\ ?/>)?
        (<is><t(?:\ xml:space="preserve")?>[^<]*</t></is>)?
      </c>)
    )""",
    re.VERBOSE,
)
_UNUSUAL = (b"xmlns", b"\r")  # another namespace; a line end XML would change
_HIDDEN = (b' hidden="1"', b' hidden="true"')
_WHOLE, _ROW, _ROW_ATTRIBUTES, _ADDRESS, _TYPE, _VALUE = 0, 1, 2, 3, 5, 7


def split(region: bytes) -> list[Piece] | None:
    """Return the tags and cells between the tags of ``sheetData``; None if a byte is left over."""
    if len(region) > _LARGEST or any(mark in region for mark in _UNUSUAL):
        return None
    pieces: list[Piece] = _PATTERN.findall(region)
    covered = sum([len(piece[_WHOLE]) for piece in pieces])
    return pieces if covered == len(region) else None


def read(pieces: list[Piece], start: int, strings: SharedStrings) -> Rows | None:
    """Return the rows of well-formed ``pieces``, the first at offset ``start``.

    None where rows or cells are numbered in a way that :mod:`rows` has to judge.  Raises
    ``Rejected`` for a shared text that is not there.
    """
    offsets = list(accumulate([len(piece[_WHOLE]) for piece in pieces], initial=start))
    index = {_where(piece[_ADDRESS]): at for at, piece in enumerate(pieces) if piece[_ADDRESS]}
    spans: dict[int, Span] = {}
    in_rows = 0
    for first, last in _row_borders(pieces):
        row = int(pieces[first][_ROW] or 0)
        cells = pieces[first + 1 : last]
        if not row or row > LAST_ROW or row in spans or not _all_in(row, cells):
            return None
        spans[row] = Span(offsets[first], offsets[last if last > first else last + 1])
        in_rows += len(cells)
    if not len(index) == in_rows == sum([bool(piece[_ADDRESS]) for piece in pieces]):
        return None  # two cells at one address, or one outside the rows
    _require_texts(pieces, strings)
    return Rows(LazyCells(index, pieces, offsets, strings), spans, _hidden(pieces))


def _row_borders(pieces: list[Piece]) -> Iterator[tuple[int, int]]:
    """Yield where each row begins and ends in ``pieces``; both meet where it closes itself."""
    first = 0
    for at, piece in enumerate(pieces):
        if piece[_ADDRESS]:
            continue
        if piece[_ROW]:
            first = at
        if not piece[_ROW] or piece[_WHOLE].endswith(b"/>"):
            yield first, at


def _all_in(row: int, cells: list[Piece]) -> bool:
    return {_where(cell[_ADDRESS])[0] for cell in cells} <= {row}


def _hidden(pieces: list[Piece]) -> set[int]:
    attributes = [(piece[_ROW], piece[_ROW_ATTRIBUTES]) for piece in pieces if piece[_ROW]]
    return {int(row) for row, text in attributes if any(mark in text for mark in _HIDDEN)}


def _require_texts(pieces: list[Piece], strings: SharedStrings) -> None:
    """Raise ``Rejected`` where a cell refers to a shared text that is not there."""
    used = {piece[_VALUE] for piece in pieces if piece[_TYPE] == b"s"}
    for value in used:
        if value:
            strings.at(value[3:-4].decode())


@lru_cache(maxsize=1 << 15)
def _where(address: bytes) -> Position:
    """Return the position of an address, (0, 0) where it lies outside every sheet."""
    try:
        return position(address.decode())
    except ValueError:
        return 0, 0
