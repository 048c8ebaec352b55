"""The common part: by xlwings' public calls alone, and nothing protected."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import xlwings as xw

from generator.workbook.sheet.address import Position

Colour = tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class Look:
    """The direct colour of a cell and the text of its note, ``None`` for none."""

    colour: Colour = None
    note: str | None = None


class Program:
    """An office program."""

    def is_protected(self, sheet: xw.Sheet) -> bool:
        """Tell whether locked cells of the sheet refuse to be written."""
        return False

    def open(self, sheet: xw.Sheet, password: str) -> Any | None:
        """Open the sheet and return its options; ``None`` where the password does not fit."""
        return {}

    def close(self, sheet: xw.Sheet, password: str, options: Any) -> None:
        """Protect the sheet again with the same password and options."""

    def looks(self, sheet: xw.Sheet, cells: Iterable[Position]) -> dict[Position, Look]:
        """Return how some cells look."""
        notes = self.notes(sheet)
        return {cell: Look(sheet.range(cell).color, notes.get(cell)) for cell in cells}

    def notes(self, sheet: xw.Sheet) -> dict[Position, str]:
        """Return the notes of a sheet."""
        found = ((note.location, note.text) for note in sheet.notes)
        return {(place.row, place.column): text for place, text in found}

    def annotate(self, sheet: xw.Sheet, texts: Mapping[Position, str | None]) -> None:
        """Give cells their notes, and take them away (``None``)."""
        for cell, text in texts.items():
            place = sheet.range(cell)
            note = place.note
            if note is not None:
                note.delete()
            if text:
                place.add_note(text)

    def hidden_rows(self, sheet: xw.Sheet, rows: range) -> set[int]:
        """Return which of some neighbouring rows are hidden, halving where some are."""
        if not rows:
            return set()
        state = sheet.range((rows[0], 1), (rows[-1], 1)).rows.hidden
        if state is not None:
            return set(rows) if state else set()
        middle = len(rows) // 2
        first, second = rows[:middle], rows[middle:]
        return self.hidden_rows(sheet, first) | self.hidden_rows(sheet, second)

    def heights(self, sheet: xw.Sheet, rows: range) -> dict[int, float]:
        """Return the heights (points) of some neighbouring rows, halving where they differ."""
        if not rows:
            return {}
        height = sheet.range((rows[0], 1), (rows[-1], 1)).row_height
        if height is not None or len(rows) == 1:
            return dict.fromkeys(rows, height or 0.0)
        middle = len(rows) // 2
        return self.heights(sheet, rows[:middle]) | self.heights(sheet, rows[middle:])

    def row_areas(self, sheet: xw.Sheet, runs: Sequence[tuple[int, int]]) -> Iterator[xw.Range]:
        """Yield ranges that together cover some runs of rows, as few as the program can take."""
        yield from (sheet.range((first, 1), (last, 1)) for first, last in runs)
