"""Counting round trips: every question to LibreOffice costs about a tenth of a millisecond.

A program is fast when it asks seldom, whatever the number of cells; counting keeps that true:

    with engine.calls.counted() as count:
        sheet.range("A1:H60").value = rows
    assert count.total < 20
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager


class Count:
    """Round trips made since the counting began."""

    def __init__(self) -> None:
        self.by_name: Counter[str] = Counter()

    @property
    def total(self) -> int:
        """All round trips together."""
        return self.by_name.total()

    def add(self, name: str) -> None:
        """Count one use of a property or method."""
        self.by_name[name] += 1


class Calls:
    """The round trips of one engine; costs nothing to speak of when nobody counts."""

    def __init__(self) -> None:
        self._counts: list[Count] = []

    def add(self, name: str) -> None:
        """Tell everybody who counts that a property or method was used."""
        for count in self._counts:
            count.add(name)

    @contextmanager
    def counted(self) -> Iterator[Count]:
        """Count the round trips made within the block."""
        count = Count()
        self._counts.append(count)
        try:
            yield count
        finally:
            self._counts.remove(count)
