"""One row in the usual notation, known by its bytes alone.

The workbooks of a batch share most of their rows to the byte (labels, spare rows, the empty ends
of tables), so what was found out about one is remembered.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.workbook.sheet.address import LAST_ROW, Position, position
from generator.workbook.sheet.quick import well_formed

OPENING = b'<row r="'
"""What a row begins with; :func:`known_row` takes what follows."""

_ATTRIBUTES = rb"""(?:\ [A-Za-z][A-Za-z0-9:]*+="[^"<>&]*+")*+"""
_ROW = re.compile(
    rb"""([1-9][0-9]{0,6})"(%b)(?:\ ?/>|>)""" % _ATTRIBUTES,
    re.VERBOSE,
)
CELL = re.compile(
    rb"""<c\ r="([A-Z]{1,2})([1-9][0-9]{0,6})"
    (?:\ s="([0-9]{1,9})")?+(?:\ t="(n|str|s|b|e|d|inlineStr)")?+
    (?: \ ?(/)> | >
      (?:<f(%b)(?:\ ?/>|>([^<]*+)(</f>)))?+
      (?:<v>([^<]*+)</v>|<v\ ?/>)?+
      (?:<is><t(?:\ xml:space="preserve")?+>([^<]*+)</t></is>)?+
    </c>)"""
    % _ATTRIBUTES,
    re.VERBOSE,
)
"""A cell in the usual notation.

Its groups: letters and digits of its address, style, type, "/" if it closes itself, attributes
and text of its formula, the formula's end tag, value, inline text.
"""
TYPE, ATTRIBUTES, FORMULA, VALUE, INLINE = 4, 6, 7, 9, 10

_HIDDEN = (b' hidden="1"', b' hidden="true"')
_REMEMBERED, _LONGEST = 1 << 10, 1 << 13  # rows, and bytes of one: at most 8 MB


class KnownRow(NamedTuple):
    """What the bytes of a row tell.

    ``cells`` are the matches of :data:`CELL` by column, their offsets counted from the end of
    :data:`OPENING`; ``filled`` are those that may show something; ``texts`` the numbers of the
    shared texts used; ``attributes`` its own and its formulas' but the row number.  ``certain``
    says that no parser will find fault with the texts.
    """

    number: int
    hidden: bool
    cells: Mapping[int, re.Match[bytes]]
    filled: frozenset[Position]
    texts: frozenset[bytes]
    attributes: frozenset[bytes]
    certain: bool


def known_row(xml: bytes) -> KnownRow | None:
    """Return what a row's bytes tell; None where a parser has to judge.

    ``xml`` is what stands between :data:`OPENING` and the end tag.
    """
    return _remembered(xml) if len(xml) <= _LONGEST else _examined(xml)


@lru_cache(maxsize=_REMEMBERED)
def _remembered(xml: bytes) -> KnownRow | None:
    return _examined(xml)


def _examined(xml: bytes) -> KnownRow | None:
    tag = _ROW.match(xml)
    cells = None if tag is None else _cells(xml, tag)
    if tag is None or cells is None or int(tag[1]) > LAST_ROW:
        return None
    number, own = int(tag[1]), tag[2]
    found = cells.values()
    attributes = frozenset([own, *(cell[ATTRIBUTES] for cell in found if cell[ATTRIBUTES])])
    if any(b"xmlns" in each for each in attributes):  # another namespace
        return None
    return KnownRow(
        number,
        any(mark in own for mark in _HIDDEN),
        cells,
        frozenset((number, at) for at, cell in cells.items() if _shows(cell)),
        frozenset(cell[VALUE] for cell in found if cell[TYPE] == b"s" and cell[VALUE] is not None),
        attributes,
        well_formed.is_certain(xml),
    )


def _cells(xml: bytes, tag: re.Match[bytes]) -> dict[int, re.Match[bytes]] | None:
    """Return the cells after the start tag by column; None where anything else stands there."""
    cells: dict[int, re.Match[bytes]] = {}
    at, number = tag.end(), tag[1]
    for cell in CELL.finditer(xml, at):
        column = _column(cell[1])
        if cell.start() != at or cell[2] != number or column in cells:
            return None
        cells[column] = cell
        at = cell.end()
    closed = bool(cells) and xml[tag.end() - 2 : tag.end()] == b"/>"
    return None if at != len(xml) or closed else cells


def _shows(cell: re.Match[bytes]) -> bool:
    return bool(cell[VALUE]) or cell[INLINE] is not None


@lru_cache(maxsize=1 << 10)
def _column(letters: bytes) -> int:
    return position(f"{letters.decode()}1")[1]
