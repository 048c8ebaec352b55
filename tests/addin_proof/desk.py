"""A person at work: a workbook open in LibreOffice, the finished add-in's buttons to press.

Nothing between the button and the cells is replaced but what this machine has not: Excel's own
dialogs (a script answers) and Excel itself (LibreOffice stands where xlwings looks for it).
"""

import shutil
import sys
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import xlwings as xw

from generator.workbook.reader import Reading, read_workbook_form
from tests.addin_proof.command_line import CommandLine
from tests.addin_proof.ribbon import pressed
from xladdin import dispatch
from xladdin.asking import ScriptedAsker
from xladdin.dispatch import log_file

_SETTINGS = ("calculation", "screen_updating", "status_bar", "display_alerts")


class Desk:
    """Where somebody works; everything opened here is closed in the end."""

    def __init__(
        self, app: xw.App, jixiao: CommandLine, folder: Path, patch: pytest.MonkeyPatch
    ) -> None:
        self.app, self.jixiao, self.folder, self.patch = app, jixiao, folder, patch
        self.clicked: set[str] = set()
        self._folders = (folder / f"桌面{number}" for number in count(1))

    def open(self, source: Path) -> "OpenForm":
        """Return a copy of a workbook, opened as soon as somebody does something with it.

        Two workbooks of one name cannot be open at once: one is saved before the next is used.
        """
        folder = next(self._folders)
        folder.mkdir()
        return OpenForm(self, source, Path(shutil.copy(source, folder)))

    def saved_untouched(self, source: Path) -> Path:
        """Return the file LibreOffice saves when nobody has done anything."""
        return self.open(source).saved()

    def close(self) -> None:
        """Close what is open, unsaved."""
        for book in self.app.books:
            book.close()


class OpenForm:
    """A workbook open at a desk; ``source`` is the file it is a copy of."""

    def __init__(self, desk: Desk, source: Path, path: Path) -> None:
        self.desk, self.source, self.path = desk, source, path
        self.jixiao = desk.jixiao
        self.questions: list[str] = []

    @cached_property
    def book(self) -> xw.Book:
        """The open workbook, calculated by LibreOffice."""
        xw.engines["libreoffice"].activate()
        book = self.desk.app.books.open(str(self.path))
        self.desk.app.calculate()
        return book

    @cached_property
    def reading(self) -> Reading:
        """The source as the generator reads it."""
        return read_workbook_form(self.source)

    @property
    def sheet(self) -> xw.Sheet:
        """The form's sheet."""
        return self.book.sheets[self.reading.places.sheet]

    def cell(self, field: str) -> tuple[int, int]:
        """Return row and column of a field."""
        place = self.reading.places.find(field)
        assert place is not None, field
        return place.row, place.column

    def pair(self) -> tuple[int, int]:
        """Return two neighbours in one group, as indicators."""
        rows = self.reading.form.indicators
        levels = [(row.level1, row.level2) for row in rows]
        first = next(i for i in range(len(rows)) if levels[i] == levels[i + 1])
        return first, first + 1

    def stand_at(self, cell: tuple[int, int]) -> None:
        """Put the cursor into a cell of the form."""
        self.sheet.activate()
        self.sheet.range(cell).select()

    def stands_at(self) -> tuple[int, int]:
        """Return where the cursor is."""
        found = self.book.selection
        assert found is not None and found.sheet.name == self.sheet.name
        return found.row, found.column

    def type(self, field: str, typed: Any) -> None:
        """Type into an open cell, which the protection lets everybody do; ``None`` empties it."""
        self.sheet.range(self.cell(field)).value = typed

    def click(self, button_id: str, **answers: Any) -> str:
        """Press a button; return what the user is told, "" for nothing.

        ``answers`` are those to the questions on the way, as the scripted asker takes them; what
        was asked is kept in ``questions``.
        """
        assert self.book.name == self.path.name
        self.desk.clicked.add(button_id)
        command = pressed(button_id, self.path, self.desk.folder)
        asker = ScriptedAsker(**answers)
        before = self._settings()
        with self.desk.patch.context() as patch:
            patch.setattr(sys, "argv", ["-c", *command.arguments])
            patch.setattr(dispatch, "excel_asker", lambda app: asker)
            exec(command.code, {"__name__": "__main__"})  # as Python does with -c
        log = log_file()
        assert not log.exists(), log.read_text(encoding="utf-8")
        assert self._settings() == before
        self.questions = asker.questions
        assert len(asker.messages) <= 1
        return "".join(asker.messages)

    def saved(self) -> Path:
        """Have LibreOffice save and close it; return the file."""
        self.book.save()
        self.book.close()
        return self.path

    def _settings(self) -> list[object]:
        return [getattr(self.desk.app, name) for name in _SETTINGS]
