"""One LibreOffice with the extension for all these tests."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import xlwings as xw

from generator.forms.models import Form, SelfEvaluationForm
from generator.workbook.reader import read_workbook_form
from generator.workbook.writer import write_form
from tests.addin_extension.office import ExtendedOffice
from tests.real_forms import ROOT

SAMPLES = ROOT / "sample_workbooks"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ExtendedOffice]:
    with ExtendedOffice(tmp_path_factory.mktemp("office")) as office:
        yield office


@dataclass
class Desk:
    """A person at the office, with workbooks of their own in a folder."""

    office: ExtendedOffice
    folder: Path
    books: list[xw.Book] = field(default_factory=list)

    def returned(self, name: str) -> xw.Book:
        """Open a copy of a real returned form."""
        return self.opened(Path(shutil.copy(SAMPLES / "returned" / f"{name}.xlsx", self.folder)))

    def blank(self, layout: str) -> xw.Book:
        """Open a blank self-evaluation."""
        path = self.folder / f"{layout}.xlsx"
        path.write_bytes(write_form(SelfEvaluationForm(layout=layout, fiscal_year=2026)))
        return self.opened(path)

    def opened(self, path: Path) -> xw.Book:
        """Open a workbook."""
        self.books.append(self.office.open(path))
        return self.books[-1]

    def press(self, book: xw.Book, button: str, **answers: object) -> str:
        """Dispatch a button and return what the user is told."""
        return self.office.press(book, button, **answers)

    def saved(self, book: xw.Book) -> Form:
        """Save under another name and read the file as the command line does."""
        path = self.folder / "saved.xlsx"
        book.save(str(path))
        return read_workbook_form(path).form


@pytest.fixture
def desk(office: ExtendedOffice, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(office, tmp_path)
    yield desk
    for book in desk.books:
        book.close()
