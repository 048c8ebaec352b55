"""Pieces of bytes put in the place of others."""

from collections.abc import Iterable
from typing import NamedTuple


class Replacement(NamedTuple):
    """``data`` instead of the bytes from ``start`` up to ``end``; an insertion where they meet."""

    start: int
    end: int
    data: bytes


def replace_all(source: bytes, replacements: Iterable[Replacement]) -> bytes:
    """Return ``source`` with all replacements made; they must not overlap.

    Insertions at one offset keep their order; with none at all ``source`` itself comes back.
    """
    ordered = sorted(replacements, key=lambda each: (each.start, each.end))
    if not ordered:
        return source
    pieces: list[bytes] = []
    at = 0
    for start, end, data in ordered:
        pieces += (source[at:start], data)
        at = end
    pieces.append(source[at:])
    return b"".join(pieces)
