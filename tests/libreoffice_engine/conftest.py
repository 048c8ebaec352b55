"""One LibreOffice for all these tests; where there is none they are skipped, and say so."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import xlwings as xw

from xladdin.libreoffice import Engine, GoneError, process, register, runtime

HERE = Path(__file__).parent
RETURNED = HERE.parents[1] / "sample_workbooks" / "returned"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents and "installed" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.libreoffice)


@pytest.fixture(scope="session")
def installed() -> None:
    reason = process.why_unavailable() or runtime.why_unavailable()
    if reason:
        pytest.skip(reason)


@pytest.fixture(scope="session")
def engine() -> Engine:
    return register()


@pytest.fixture(scope="session")
def app(installed: None, engine: Engine) -> Iterator[xw.App]:
    with xw.App(add_book=False) as app:
        yield app


@pytest.fixture
def book(app: xw.App) -> Iterator[xw.Book]:
    book = app.books.add()
    yield book
    close(book)


@pytest.fixture
def sheet(book: xw.Book) -> xw.Sheet:
    return book.sheets[0]


@pytest.fixture
def returned_file(tmp_path: Path) -> Path:
    return Path(shutil.copy(RETURNED / "sh2023-01.xlsx", tmp_path))


@pytest.fixture
def returned(app: xw.App, returned_file: Path) -> Iterator[xw.Book]:
    book = app.books.open(returned_file)
    yield book
    close(book)


def close(book: xw.Book) -> None:
    """Close a book, if the test has not."""
    with suppress(GoneError):
        book.close()


def again(app: xw.App, book: xw.Book, path: Path) -> xw.Book:
    """Save a book, close it and open the file."""
    book.save(path)
    book.close()
    return app.books.open(path)
