"""Protection: what is refused, and what of it survives opening, closing and saving."""

import re
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlwings as xw

from xladdin.libreoffice import (
    PasswordError,
    ProtectedError,
    is_locked,
    is_protected,
    protect,
    set_locked,
    unprotect,
    unprotected,
    write_notes,
)

OPTIONS = {"formatRows", "formatColumns", "sort", "insertRows", "deleteRows", "selectLockedCells"}
WRITES: dict[str, Callable[[xw.Range], object]] = {
    "value": lambda cells: setattr(cells, "value", 1),
    "bulk": lambda cells: setattr(cells.resize(2, 2), "value", [[1, 2], [3, 4]]),
    "formula": lambda cells: setattr(cells, "formula", "=1+1"),
    "array": lambda cells: setattr(cells, "formula_array", "=1+1"),
    "color": lambda cells: setattr(cells, "color", (1, 2, 3)),
    "colors": lambda cells: cells.impl.set_colors([[(1, 2, 3)]]),
    "bold": lambda cells: setattr(cells.font, "bold", True),
    "font color": lambda cells: setattr(cells.font, "color", "#ff0000"),
    "format": lambda cells: setattr(cells, "number_format", "0.0"),
    "wrap": lambda cells: setattr(cells, "wrap_text", True),
    "note": lambda cells: cells.add_note("x"),
    "notes": lambda cells: write_notes(cells.sheet, {(1, 1): "x"}),
    "link": lambda cells: cells.add_hyperlink("https://example.org"),
    "clear": lambda cells: cells.clear_contents(),
    "merge": lambda cells: cells.resize(2, 2).merge(),
    "border": lambda cells: setattr(cells.impl.borders, "line_style", "continuous"),
    "unlock": lambda cells: set_locked(cells, False),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_a_locked_cell_refuses_every_write(sheet: xw.Sheet, write: Callable[..., object]) -> None:
    sheet["A1"].value = "kept"
    protect(sheet)
    with pytest.raises(ProtectedError, match=r"Sheet1!\$A\$1.* locked"):
        write(sheet["A1"])
    assert sheet["A1"].value == "kept"
    assert sheet["A1"].color is None


def test_open_cells_of_a_protected_sheet_can_be_written(sheet: xw.Sheet) -> None:
    set_locked(sheet["B2:C3"], False)
    protect(sheet)
    sheet["B2"].value = [[1, "=B2*2"]]
    assert sheet["B2:C2"].value == [1, 2]
    assert [is_locked(sheet[a]) for a in ("A1", "B2", "A1:B2")] == [True, False, True]


def test_passwords(sheet: xw.Sheet) -> None:
    protect(sheet, "秘密")
    for wrong in (None, "wrong"):
        with pytest.raises(PasswordError, match="missing or wrong"):
            unprotect(sheet, wrong)
    assert is_protected(sheet)
    unprotect(sheet, "秘密")
    assert not is_protected(sheet)


def test_a_sheet_is_closed_again_whatever_happens(sheet: xw.Sheet) -> None:
    protect(sheet, "pw")
    with pytest.raises(ZeroDivisionError), unprotected(sheet, "pw"):
        sheet["A1"].value = 1 / 0
    assert is_protected(sheet)
    with unprotected(sheet, "pw"):
        sheet["A1"].value = 5
    assert sheet["A1"].value == 5
    with pytest.raises(PasswordError):
        unprotect(sheet)


def test_an_open_sheet_stays_open(sheet: xw.Sheet) -> None:
    with unprotected(sheet):
        sheet["A1"].value = 1
    assert not is_protected(sheet)


def test_options_survive_opening_closing_and_saving(
    app: xw.App, returned_file: Path, tmp_path: Path
) -> None:
    """formatRows, formatColumns and the others of the file come out as they went in."""
    permit(returned_file, "formatCells", "insertRows", "deleteRows", "sort", "autoFilter")
    before = permissions(returned_file)
    assert {"formatRows", "sort", "insertRows", "deleteRows"} <= before
    with app.books.open(returned_file) as book:
        with unprotected(book.sheets[0]):
            book.sheets[0]["A1"].value = "changed"
        book.save(tmp_path / "saved.xlsx")
    assert permissions(tmp_path / "saved.xlsx") == before


def test_options_are_lost_when_saved_open(app: xw.App, returned_file: Path, tmp_path: Path) -> None:
    with app.books.open(returned_file) as book:
        unprotect(book.sheets[0])
        book.save(tmp_path / "open.xlsx")
    with app.books.open(tmp_path / "open.xlsx") as book:
        protect(book.sheets[0])
        book.save(tmp_path / "closed.xlsx")
    assert protection(tmp_path / "open.xlsx") is None
    assert "formatRows" not in permissions(tmp_path / "closed.xlsx")


def test_a_new_password_is_stored_in_the_weak_form(app: xw.App, tmp_path: Path) -> None:
    """LibreOffice 7.4 writes a password it was given as Excel's 16-bit hash."""
    with app.books.add() as book:
        protect(book.sheets[0], "秘密")
        book.save(tmp_path / "weak.xlsx")
    assert re.search(r'password="[0-9a-f]{4}"', protection(tmp_path / "weak.xlsx") or "")
    with app.books.open(tmp_path / "weak.xlsx") as book:
        unprotect(book.sheets[0], "秘密")


def protection(path: Path) -> str | None:
    with ZipFile(path) as package:
        text = package.read("xl/worksheets/sheet1.xml").decode()
    found = re.search(r"<sheetProtection[^>]*>", text)
    return found and found[0]


def permissions(path: Path) -> set[str]:
    """Return what the protection of the first sheet permits (Excel writes 0 for permitted)."""
    return set(
        re.findall(
            r'(format\w+|insert\w+|delete\w+|sort|autoFilter|pivotTables)="(?:0|false)"',
            protection(path) or "",
        )
    )


def permit(path: Path, *names: str) -> None:
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts["xl/worksheets/sheet1.xml"].decode()
    for name in names:
        text = text.replace(f'{name}="1"', f'{name}="0"', 1)
    parts["xl/worksheets/sheet1.xml"] = text.encode()
    with ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
