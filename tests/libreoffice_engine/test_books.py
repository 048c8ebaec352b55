"""Books: new, opened, saved, closed."""

import zipfile
from pathlib import Path

import pytest
import xlwings as xw

from tests.libreoffice_engine.conftest import again
from xladdin.libreoffice import MissingError, OpenError, SaveError


def test_a_new_book_is_open_and_active(app: xw.App, book: xw.Book) -> None:
    assert book in list(app.books)
    assert app.books.active == book
    assert len(book.sheets) == 1


def test_a_book_is_found_by_name_path_and_number(app: xw.App, returned: xw.Book) -> None:
    assert app.books["SH2023-01.xlsx"] == returned
    assert app.books[returned.fullname] == returned
    assert app.books[len(app.books) - 1] == returned
    with pytest.raises(MissingError, match="no open book"):
        app.books("other.xlsx")


def test_opening_an_open_book_gives_that_book(app: xw.App, returned: xw.Book) -> None:
    count = len(app.books)
    assert app.books.open(returned.fullname) == returned
    assert len(app.books) == count


def test_activating_changes_the_active_book(app: xw.App, book: xw.Book, returned: xw.Book) -> None:
    assert app.books.active == returned
    book.activate()
    assert app.books.active == book


@pytest.mark.parametrize("ending", ["xlsx", "xlsm", "xlam", "ods", "xls"])
def test_what_is_saved_can_be_opened(app: xw.App, tmp_path: Path, ending: str) -> None:
    book = app.books.add()
    book.sheets[0]["A1"].value = [["文字", 1.5]]
    book.save(tmp_path / f"表 1 & #%.{ending}")
    assert book.name == f"表 1 & #%.{ending}"
    assert book.fullname == str(tmp_path / book.name)
    book.close()
    with app.books.open(tmp_path / f"表 1 & #%.{ending}") as reopened:
        assert reopened.sheets[0]["A1:B1"].value == ["文字", 1.5]


def test_saving_again_keeps_the_place(app: xw.App, tmp_path: Path) -> None:
    book = again(app, app.books.add(), tmp_path / "a.xlsx")
    book.sheets[0]["A1"].value = "second"
    book.save()
    book.close()
    with app.books.open(tmp_path / "a.xlsx") as reopened:
        assert reopened.sheets[0]["A1"].value == "second"


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_an_encrypted_book_stays_encrypted(app: xw.App, tmp_path: Path, ending: str) -> None:
    file, other = tmp_path / f"secret.{ending}", tmp_path / f"other.{ending}"
    book = app.books.add()
    book.save(file, password="秘密")
    book.close()
    with app.books.open(file, password="秘密") as book:
        book.sheets[0]["A1"].value = "changed"
        book.save()
        book.save(other)
    for path in (file, other):
        with pytest.raises(OpenError, match="password"):
            app.books.open(path)
        with app.books.open(path, password="秘密") as book:
            assert book.sheets[0]["A1"].value == "changed"


@pytest.mark.parametrize("content", [b"", b"no workbook", b"PK\x03\x04 broken"])
def test_a_broken_file_is_refused(app: xw.App, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.xlsx").write_bytes(content)
    with pytest.raises(OpenError, match=r"broken\.xlsx"):
        app.books.open(tmp_path / "broken.xlsx")


def test_a_missing_file_and_an_unknown_ending_are_refused(book: xw.Book, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        book.app.books.open(tmp_path / "none.xlsx")
    with pytest.raises(SaveError, match="must end in"):
        book.save(tmp_path / "a.doc")
    with pytest.raises(SaveError, match="cannot write"):
        book.save(tmp_path / "no folder" / "a.xlsx")


def test_the_addin_shipped_with_xlwings_opens(app: xw.App) -> None:
    addin = Path(xw.__file__).with_name("quickstart_addin_ribbon.xlam")
    with app.books.open(addin) as book:
        assert book.name == addin.name
        assert len(book.sheets)


def test_no_lock_file_is_left_beside_a_book(returned: xw.Book) -> None:
    assert not list(Path(returned.fullname).parent.glob(".~lock*"))


def test_a_book_and_a_range_become_pdf(returned: xw.Book, tmp_path: Path) -> None:
    returned.to_pdf(tmp_path / "book.pdf")
    returned.sheets[0]["A1:C9"].to_pdf(tmp_path / "range.pdf", quality="minimum")
    whole, part = ((tmp_path / name).read_bytes() for name in ("book.pdf", "range.pdf"))
    assert whole.startswith(b"%PDF") and part.startswith(b"%PDF")
    assert len(part) < len(whole)


def test_very_hidden_becomes_hidden(app: xw.App, returned: xw.Book, tmp_path: Path) -> None:
    """LibreOffice knows one kind of hidden; stated here so that nobody relies on the other."""
    with zipfile.ZipFile(returned.fullname) as before:
        assert b'state="veryHidden"' in before.read("xl/workbook.xml")
    returned.save(tmp_path / "saved.xlsx")
    with zipfile.ZipFile(tmp_path / "saved.xlsx") as after:
        assert b'state="hidden"' in after.read("xl/workbook.xml")
