"""Cell addresses: ``G15`` and ``(15, 7)``, rows and columns counted from 1."""

import re
from functools import lru_cache

Position = tuple[int, int]
Area = tuple[int, int, int, int]  # first row, first column, last row, last column

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})", re.ASCII)


@lru_cache(maxsize=1 << 15)
def position(address: str) -> Position:
    """Return row and column of an address such as ``G15``; raise ``ValueError`` if it is none."""
    match = _ADDRESS.fullmatch(address)
    if match is None:
        raise ValueError(address)
    row, column = int(match[2]), _number(match[1].upper())
    if row > LAST_ROW or column > LAST_COLUMN:
        raise ValueError(address)
    return row, column


@lru_cache(maxsize=1 << 12)
def area(reference: str) -> Area:
    """Return the corners of ``B2:D9`` (or of a single cell); raise ``ValueError`` if it is none."""
    first, _, last = reference.partition(":")
    top, left = position(first)
    bottom, right = position(last) if last else (top, left)
    return min(top, bottom), min(left, right), max(top, bottom), max(left, right)


@lru_cache(maxsize=1 << 15)
def address(row: int, column: int) -> str:
    """Return the address of a cell: ``address(15, 7)`` is ``G15``."""
    return f"{letters(column)}{row}"


def letters(column: int) -> str:
    """Return the letters of a column: 1 is ``A``, 27 is ``AA``."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _number(text: str) -> int:
    number = 0
    for letter in text:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
