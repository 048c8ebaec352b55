"""Protecting sheets, which xlwings' own interface leaves out.

LibreOffice shows a program no protection options (may rows be formatted? may locked cells be
selected?), but it keeps the ones a sheet was loaded with: opening a sheet for a write and closing
it again leaves them as they were.  Saving the book while a sheet is open loses them.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import xlwings as xw

from xladdin.libreoffice.errors import LibreOfficeError, PasswordError
from xladdin.libreoffice.sheet import Sheet


def is_protected(sheet: xw.Sheet) -> bool:
    """Tell whether a sheet is protected."""
    return _impl(sheet).protected


def protect(sheet: xw.Sheet, password: str | None = None) -> None:
    """Protect a sheet, with the options it had before (a new sheet: LibreOffice's defaults)."""
    impl = _impl(sheet)
    if not impl.protected:
        impl.xl.protect(password or "")


def unprotect(sheet: xw.Sheet, password: str | None = None) -> None:
    """Open a protected sheet; raise ``PasswordError`` when the password does not fit."""
    impl = _impl(sheet)
    try:
        impl.xl.unprotect(password or "")
    except LibreOfficeError as error:
        raise PasswordError(f"the password of sheet {impl.name!r} is missing or wrong") from error


@contextmanager
def unprotected(sheet: xw.Sheet, password: str | None = None) -> Iterator[None]:
    """Open a sheet for a block and close it again as it was, also when the block fails."""
    closed = is_protected(sheet)
    if closed:
        unprotect(sheet, password)
    try:
        yield
    finally:
        if closed:
            protect(sheet, password)


def is_locked(cells: xw.Range) -> bool:
    """Tell whether a cell of the range is locked when its sheet is protected."""
    return bool(cells.impl.xl.CellProtection.IsLocked)


def set_locked(cells: xw.Range, locked: bool) -> None:
    """Lock cells, or leave them open when their sheet is protected."""
    cells.impl.guard()
    protection = cells.impl.xl.CellProtection
    protection.IsLocked = locked
    cells.impl.xl.CellProtection = protection


def _impl(sheet: xw.Sheet) -> Sheet:
    impl: Sheet = sheet.impl
    return impl
