"""An action at work: the screen still, a protected sheet opened and closed again with the same
options.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import xlwings as xw

from xladdin.book.native import Program
from xladdin.contract import Asker


@contextmanager
def calm(app: xw.App) -> Iterator[None]:
    """Keep the screen still for the block."""
    before = app.screen_updating
    app.screen_updating = False
    try:
        yield
    finally:
        app.screen_updating = before


@contextmanager
def status(app: xw.App) -> Iterator[None]:
    """Put the status bar back after the block as it was before."""
    before = app.status_bar
    try:
        yield
    finally:
        app.status_bar = before


@contextmanager
def unprotected(sheet: xw.Sheet, asker: Asker, program: Program) -> Iterator[bool]:
    """Open a sheet for the block; give whether locked cells can be written in it.

    A password is asked for only where there is one; without it the sheet stays closed, and only
    its open cells can be written.
    """
    if not program.is_protected(sheet):
        yield True
        return
    opened = _opened(program, sheet, asker)
    try:
        yield opened is not None
    finally:
        if opened is not None:
            program.close(sheet, *opened)


def _opened(program: Program, sheet: xw.Sheet, asker: Asker) -> tuple[str, Any] | None:
    """Return the password that opened the sheet and its options, ``None`` where none did."""
    options = program.open(sheet, "")
    if options is not None:
        return "", options
    name = sheet.book.name
    password = asker.password(name)
    while password is not None:
        options = program.open(sheet, password)
        if options is not None:
            return password, options
        password = asker.password(name, wrong=True)
    return None
