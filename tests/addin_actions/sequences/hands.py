"""What a person's hands and eyes do with an open form, on whatever engine."""

import zipfile
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlwings as xw

from tests.addin_actions.memory.cells import Position, Rgb, SheetState, load
from xladdin.book.native import Look, program_of

Looks = dict[Position, Look]


@dataclass(frozen=True)
class Sight:
    """What can be seen of the form's sheet."""

    contents: dict[Position, Any]
    looks: Looks
    hidden: frozenset[int]
    protected: bool


class Hands(ABC):
    """A person at an open workbook; knows from the file which cells are locked and merged."""

    book: xw.Book

    def __init__(self, path: Path) -> None:
        self.path = path
        self.password = ""
        self.as_loaded = form_sheet(path)
        self.rows = max(row for row, _ in self.as_loaded.cells)
        self.columns = max(column for _, column in self.as_loaded.cells)
        self.book = self._opened()

    @property
    def sheet(self) -> xw.Sheet:
        """The form's sheet."""
        return self.book.sheets[self.as_loaded.name]

    def is_open(self, at: Position) -> bool:
        """Tell whether a cell can be typed into."""
        cell = self.as_loaded.cells.get(at)
        return cell is not None and not (cell.locked and self.is_protected)

    def can_paste(self, at: Position, rows: int, columns: int) -> bool:
        """Tell whether a block of cells can be pasted into."""
        down, right = range(at[0], at[0] + rows), range(at[1], at[1] + columns)
        return all(self.is_open((row, column)) for row in down for column in right)

    def enter(self, at: Position, block: list[list[Any]]) -> None:
        """Type or paste; a text stays a text only where the cell is formatted so."""
        last = at[0] + len(block) - 1, at[1] + len(block[0]) - 1
        self.sheet.range(at, last).raw_value = block

    def dress(self, at: Position, look: Look) -> None:
        """Colour a cell and write its note, the sheet opened for it as people do."""
        program, sheet = program_of(self.book), self.sheet
        options = program.open(sheet, self.password) if self.is_protected else None
        program.dress(sheet, {at: look})
        if options is not None:
            program.close(sheet, self.password, options)

    def look(self, at: Position) -> Look:
        """Return how a cell looks."""
        return program_of(self.book).looks(self.sheet, [at])[at]

    def hide(self, first: int, last: int, *, hidden: bool) -> None:
        """Hide or show rows."""
        self.sheet.range((first, 1), (last, 1)).rows.hidden = hidden

    def stand(self, at: Position) -> None:
        """Put the cursor into a cell."""
        self.sheet.range(at).select()

    @property
    def is_protected(self) -> bool:
        """Whether the sheet is protected."""
        return program_of(self.book).is_protected(self.sheet)

    def unprotect(self) -> None:
        """Take the protection away."""
        program_of(self.book).open(self.sheet, self.password)
        self.password = ""

    def protect(self, password: str) -> None:
        """Protect the sheet, if it is not."""
        if not self.is_protected:
            program_of(self.book).close(self.sheet, password, {"formatRows": True})
            self.password = password

    def throw_away(self, name: str) -> None:
        """Delete a sheet."""
        self.book.sheets[name].delete()

    @abstractmethod
    def see(self) -> Sight:
        """Return what can be seen of the form's sheet."""

    @abstractmethod
    def save(self) -> None:
        """Save the workbook."""

    @abstractmethod
    def reopen(self) -> None:
        """Save, close and open the workbook."""

    @abstractmethod
    def _opened(self) -> xw.Book:
        """Open the file."""

    @abstractmethod
    def close(self) -> None:
        """Close the workbook without saving."""


def form_sheet(path: Path) -> SheetState:
    """Return the form's sheet of a file, the first one that is shown."""
    return next(sheet for sheet in load(path.read_bytes()) if sheet.visible)


def is_whole(path: Path) -> bool:
    """Tell whether a workbook's file is complete."""
    with zipfile.ZipFile(path) as packed:
        return packed.testzip() is None


def rgb(number: int) -> Rgb:
    """Return a colour none of our marks has."""
    return (number % 100, 40, 40)
