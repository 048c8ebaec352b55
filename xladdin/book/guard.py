"""A protected sheet opened for a write and closed again with the same options, whatever happens."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import xlwings as xw

from xladdin.book.native import Program, program_of
from xladdin.contract import Asker


@contextmanager
def unprotected(sheet: xw.Sheet, asker: Asker, program: Program | None = None) -> Iterator[bool]:
    """Open a sheet for the block; give whether locked cells can be written in it.

    A password is asked for only where there is one; without it the sheet stays closed, and only
    its open cells can be written.  ``program`` is the sheet's, where it is known already.
    """
    guard = program or program_of(sheet)
    if not guard.is_protected(sheet):
        yield True
        return
    opened = _opened(guard, sheet, asker)
    try:
        yield opened is not None
    finally:
        if opened is not None:
            guard.close(sheet, *opened)


def _opened(guard: Program, sheet: xw.Sheet, asker: Asker) -> tuple[str, Any] | None:
    """Return the password that opened the sheet and its options, ``None`` where none did."""
    options = guard.open(sheet, "")
    if options is not None:
        return "", options
    name = sheet.book.name
    password = asker.password(name)
    while password is not None:
        options = guard.open(sheet, password)
        if options is not None:
            return password, options
        password = asker.password(name, wrong=True)
    return None
