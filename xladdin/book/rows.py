"""Rows that change alike change together."""

from collections.abc import Iterable, Iterator
from itertools import groupby

Run = tuple[int, int]
"""First and last of some neighbouring rows."""


def runs(rows: Iterable[int]) -> Iterator[Run]:
    """Yield some rows as runs of neighbours."""
    numbered = enumerate(sorted(set(rows)))
    for _, members in groupby(numbered, lambda pair: pair[1] - pair[0]):
        found = [row for _, row in members]
        yield found[0], found[-1]
