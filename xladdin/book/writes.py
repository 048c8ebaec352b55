"""Cells to be written: collected first, then written in as few rectangles as they fill."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from itertools import groupby

import xlwings as xw
from msgspec import Struct

from generator.workbook.sheet.address import Position
from xladdin.book.grid import Entry, area

Entries = Mapping[Position, Entry]

_TEXT = "@"
"""The number format of cells that hold text."""


class Rectangle(Struct, frozen=True):
    """Neighbouring cells that are written at once."""

    first: Position
    entries: tuple[tuple[Entry, ...], ...]

    @property
    def last(self) -> Position:
        """The cell at the lower right."""
        return self.first[0] + len(self.entries) - 1, self.first[1] + len(self.entries[0]) - 1


def entry_of(value: Decimal | int | str | None) -> Entry:
    """Return a value of a form as a cell holds it."""
    return Entry(float(value) if isinstance(value, Decimal | int) else value)


def write(sheet: xw.Sheet, entries: Entries, *, locked_too: bool = True) -> list[Position]:
    """Write cells; return those the sheet refused.

    Without ``locked_too`` the sheet is closed: each cell is tried by itself, so that no locked one
    keeps an open one from being written.
    """
    refused: list[Position] = []
    for each in rectangles(entries) if locked_too else _single(entries):
        if locked_too:
            _put(sheet, each)
        elif not _taken(sheet, each):
            refused.append(each.first)
    return refused


def rectangles(entries: Entries) -> Iterator[Rectangle]:
    """Yield the cells as few rectangles: runs of a row, stacked where they are equally wide."""
    stacked: list[Rectangle] = []
    growing: dict[tuple[int, int], Rectangle] = {}
    for run in _runs(entries):
        key = run.first[1], len(run.entries[0])
        above = growing.get(key)
        if above is not None and above.last[0] + 1 == run.first[0]:
            growing[key] = Rectangle(above.first, above.entries + run.entries)
        else:
            stacked += [above] if above else []
            growing[key] = run
    yield from (*stacked, *growing.values())


def _runs(entries: Entries) -> Iterator[Rectangle]:
    """Yield the runs of neighbours in each row, top to bottom."""
    numbered = enumerate(sorted(entries))
    for _, members in groupby(numbered, lambda pair: (pair[1][0], pair[1][1] - pair[0])):
        places = [place for _, place in members]
        yield Rectangle(places[0], (tuple(entries[place] for place in places),))


def _single(entries: Entries) -> Iterator[Rectangle]:
    for place, entry in sorted(entries.items()):
        yield Rectangle(place, ((entry,),))


def _put(sheet: xw.Sheet, rectangle: Rectangle) -> None:
    """Write a rectangle as it is: xlwings' conversions would ask the program once more for each."""
    typed = _as_typed(sheet, rectangle)
    sheet.range(area(rectangle.first, rectangle.last)).raw_value = [
        [typed.get((row, column), _raw(entry)) for column, entry in enumerate(entries)]
        for row, entries in enumerate(rectangle.entries)
    ]


def _raw(entry: Entry) -> float | str:
    if entry.formula is not None:
        return entry.formula
    return "" if entry.value is None else entry.value


def _as_typed(sheet: xw.Sheet, rectangle: Rectangle) -> dict[Position, str]:
    """Return, by their offsets, the texts that need an apostrophe to stay as they are.

    A cell formatted as text takes everything literally, the apostrophe too.
    """
    offsets = {
        (row, column): str(entry.value)
        for row, entries in enumerate(rectangle.entries)
        for column, entry in enumerate(entries)
        if _is_doubtful(entry)
    }
    if not offsets or sheet.range(area(rectangle.first, rectangle.last)).number_format == _TEXT:
        return {}
    top, left = rectangle.first
    return {
        (row, column): f"'{text}"
        for (row, column), text in offsets.items()
        if sheet.range((top + row, left + column)).number_format != _TEXT
    }


def _taken(sheet: xw.Sheet, rectangle: Rectangle) -> bool:
    with suppress(Exception):  # each program has an error of its own for a locked cell
        _put(sheet, rectangle)
        return True
    return False


def _is_doubtful(entry: Entry) -> bool:
    """Tell whether a program could take a text for a number, a date or a formula."""
    text = entry.value if entry.formula is None else None
    return isinstance(text, str) and text != "" and not text[0].isalpha()
