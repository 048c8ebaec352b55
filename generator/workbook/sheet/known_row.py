"""One row in the usual notation, known by its bytes alone.

The workbooks of a batch share most of their rows to the byte (labels, spare rows, the empty ends
of tables), so what was found out about one is remembered.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from generator.workbook.sheet import well_formed
from generator.workbook.sheet.address import LAST_ROW, Position, position
from generator.workbook.sheet.lazy_cells import ATTRIBUTES, CELL

_ROW = re.compile(
    rb"""<row\ r="([1-9][0-9]{0,6})"(%b)(?:\ ?/>|>(?:%b)*+)"""
    % (ATTRIBUTES, CELL % (rb"[A-Z]{1,2}\1", ATTRIBUTES)),
    re.VERBOSE,
)
_ADDRESS = re.compile(rb'<c r="([A-Z0-9]+)"')
_FILLED = re.compile(
    rb'<c r="([A-Z0-9]+)"[^>]*+(?<!/)>(?:<f[^>]*+(?<!/)>[^<]*+</f>|<f[^>]*+>)?+<(?:v>[^<]|is>)'
)
_FORMULA = re.compile(rb"<f( [^>]*?) ?/?>")
_TEXT = re.compile(rb' t="s">(?:<f[^<]*(?:</f>)?)?<v>([^<]*)</v>')
_HIDDEN = (b' hidden="1"', b' hidden="true"')
_REMEMBERED, _LONGEST = 1 << 10, 1 << 13  # rows, and bytes of one: at most 8 MB


class KnownRow(NamedTuple):
    """What the bytes of a row tell.

    ``cells`` counts them; ``filled`` are those that may show something; ``texts`` the numbers of
    the shared texts used; ``attributes`` its own and its formulas' but the row number.
    ``certain`` says that no parser will find fault with the texts.
    """

    number: int
    hidden: bool
    cells: int
    filled: tuple[Position, ...]
    texts: frozenset[bytes]
    attributes: frozenset[bytes]
    certain: bool


def known_row(xml: bytes) -> KnownRow | None:
    """Return what a row's bytes without the end tag tell; None where a parser has to judge."""
    return _remembered(xml) if len(xml) <= _LONGEST else _examined(xml)


@lru_cache(maxsize=_REMEMBERED)
def _remembered(xml: bytes) -> KnownRow | None:
    return _examined(xml)


def _examined(xml: bytes) -> KnownRow | None:
    row = _ROW.fullmatch(xml)
    addresses = _ADDRESS.findall(xml)
    if row is None or len(set(addresses)) < len(addresses) or int(row[1]) > LAST_ROW:
        return None
    attributes = frozenset([row[2], *_FORMULA.findall(xml)])
    if any(b"xmlns" in each for each in attributes):  # another namespace
        return None
    return KnownRow(
        int(row[1]),
        any(mark in row[2] for mark in _HIDDEN),
        len(addresses),
        tuple(position(each.decode()) for each in _FILLED.findall(xml)),
        frozenset(_TEXT.findall(xml)),
        attributes,
        well_formed.is_certain(xml),
    )
