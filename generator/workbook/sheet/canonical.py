"""Rows written the way Excel, WPS, LibreOffice and openpyxl write them, read by one pattern.

A form of 600 cells costs expat some 2,500 calls into Python; the pattern takes it in one, which
makes a batch twice as fast.  It either recognises *every byte* between the tags of
``sheetData`` or gives up, and then :mod:`rows` reads the sheet; it never refuses one by itself.
That the XML is well-formed has been checked by expat all the same.
"""

import re
from functools import lru_cache

from generator.workbook.sheet.address import LAST_ROW, Position, position
from generator.workbook.sheet.cell import Cell, Formula
from generator.workbook.sheet.content import content
from generator.workbook.sheet.escapes import character_data
from generator.workbook.sheet.sheet import Rows, Span
from generator.workbook.sheet.strings import SharedStrings

_LARGEST = 4 * 1024 * 1024  # bytes; the matches of more would take too much memory at once

_PATTERN = re.compile(
    rb"""(
    <row\ r="([1-9][0-9]{0,6})"((?:\ [^\s=<>"]+="[^"<>&]*")*)\ ?/?>
    | </row>
    | <c\ r="([A-Z]{1,3}[1-9][0-9]{0,6})"
      (?:\ s="([0-9]{1,9})")?
      (?:\ t="([A-Za-z]+)")?
      (?: \ ?/> | >
        (<f(?:\ [^\s=<>"]+="[^"<>&]*")*(?:\ ?/>|>[^<]*</f>))?
        (<v>[^<]*</v>|<v\ ?/>)?
        (<is><t(?:\ xml:space="preserve")?>[^<]*</t></is>)?
      </c>)
    )""",
    re.VERBOSE,
)
_GROUP = re.compile(rb' si="([^"]*)"')
_HIDDEN = (b' hidden="1"', b' hidden="true"')
_UNUSUAL = (b"xmlns", b"\r")  # another namespace; a line end XML would change
_CELL_END, _FORMULA_END = len(b"</c>"), len(b"</f>")


Piece = tuple[bytes, ...]


def split(region: bytes) -> list[Piece] | None:
    """Return the tags and cells between the tags of ``sheetData``; None if a byte is left over."""
    if len(region) > _LARGEST or any(mark in region for mark in _UNUSUAL):
        return None
    pieces: list[Piece] = _PATTERN.findall(region)
    covered = sum([len(piece[0]) for piece in pieces])
    return pieces if covered == len(region) else None


def read(pieces: list[Piece], at: int, strings: SharedStrings) -> Rows | None:
    """Return the rows of well-formed ``pieces``, the first at offset ``at``.

    None where rows or cells are numbered in a way that :mod:`rows` has to judge.
    """
    rows = Rows({}, {}, set())
    row = row_start = 0
    for piece in pieces:
        whole = piece[0]
        if piece[3]:
            where = _where(piece[3])
            if not row or where[0] != row or where in rows.cells:
                return None
            rows.cells[where] = _cell(piece, at, strings)
        elif whole == b"</row>":
            rows.spans[row] = Span(row_start, at)
            row = 0
        else:
            if row or not _is_new(int(piece[1]), rows):
                return None
            row, row_start = _open_row(piece, rows), at
            if whole.endswith(b"/>"):
                rows.spans[row] = Span(at, at + len(whole))
                row = 0
        at += len(whole)
    return rows


def _is_new(row: int, rows: Rows) -> bool:
    return row <= LAST_ROW and row not in rows.spans


def _open_row(piece: Piece, rows: Rows) -> int:
    row = int(piece[1])
    if any(mark in piece[2] for mark in _HIDDEN):
        rows.hidden.add(row)
    return row


def _cell(piece: Piece, at: int, strings: SharedStrings) -> Cell:
    whole, _, _, _, style, type_, formula, value, inline = piece
    after = at + len(whole)
    if whole.endswith(b"/>"):
        return Cell("blank", "", int(style or 0), at, after, None)
    kind, raw = content(
        type_.decode() if type_ else None,
        character_data(value[3:-4]) if value else None,
        [character_data(inline[inline.index(b">", 4) + 1 : -9])] if inline else None,
        strings,
    )
    written = _formula(formula, at + whole.index(b"<f")) if formula else None
    return Cell(kind, raw, int(style or 0), at, after - _CELL_END, written)


def _formula(element: bytes, start: int) -> Formula:
    tag, _, rest = element.partition(b">")
    group = _GROUP.search(tag) if b' t="shared"' in tag else None
    close = start + len(element) - (_FORMULA_END if rest else 0)
    name = group[1].decode() if group else None
    return Formula(character_data(rest[:-_FORMULA_END]), name, start, close)


@lru_cache(maxsize=1 << 15)
def _where(address: bytes) -> Position:
    """Return the position of an address, (0, 0) where it lies outside every sheet."""
    try:
        return position(address.decode())
    except ValueError:
        return 0, 0
