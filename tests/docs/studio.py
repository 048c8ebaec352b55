"""Where the pictures of buttons are taken: an office on a screen, and a camera."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import xlwings as xw

from tests.addin_extension.office import ExtendedOffice
from tests.addin_extension.screen import Screen
from tests.docs.photograph import Area, Columns, Rows, photograph, window
from tests.samples.make_samples import SAMPLES

BEFORE, AFTER = "按之前", "按之后"


@dataclass
class Studio:
    """Where a picture is taken: the office, its screen, a folder, and what was photographed."""

    office: ExtendedOffice
    at: Screen
    folder: Path
    taken: list[tuple[str, Path]] = field(default_factory=list)
    said: str = ""

    def opened(self, path: Path) -> xw.Book:
        """Open a workbook in front."""
        for book in self.office.app.books:
            book.close()
        return self.office.open(path)

    def returned(self, name: str) -> xw.Book:
        """Open a copy of a real return."""
        source = SAMPLES / "returned" / f"{name}.xlsx"
        return self.opened(Path(shutil.copy(source, self.folder / "自评表.xlsx")))

    def photograph(self, book: xw.Book, rows: Rows, columns: Columns, title: str) -> None:
        """Photograph a part of the sheet in front."""
        picture = self.folder / f"{len(self.taken)}.png"
        photograph(book, self.at, rows, columns, picture)
        self.taken.append((title, picture))

    def photograph_window(self, area: Area, title: str) -> None:
        """Photograph a part of the screen."""
        picture = self.folder / f"{len(self.taken)}.png"
        window(self.at, area, picture)
        self.taken.append((title, picture))

    def press(self, book: xw.Book, button: str, **answers: Any) -> None:
        """Press a button and keep what it says."""
        said = self.office.press(book, button, **answers)
        self.said = said.replace(f"{self.folder}/", "…/")  # of no use to a reader


def twice(
    studio: Studio, book: xw.Book, button: str, rows: Rows, columns: Columns, **answers: Any
) -> None:
    """Photograph the same part before and after a button is pressed."""
    studio.photograph(book, rows, columns, BEFORE)
    studio.press(book, button, **answers)
    studio.photograph(book, rows, columns, AFTER)
