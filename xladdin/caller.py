"""Which program and which workbook a click came from."""

import sys
from collections.abc import Sequence
from contextlib import suppress

import xlwings as xw
from msgspec import Struct


class Caller(Struct, frozen=True):
    """The running office program and the workbook in front, ``None`` where none is open."""

    app: xw.App
    book: xw.Book | None


def calling(arguments: Sequence[str] | None = None) -> Caller:
    """Return who called, from what the add-in put on the command line (``sys.argv``).

    ``--hwnd=`` names the Excel among several, ``--book=`` the workbook as hexadecimal digits of
    its name.  Without them (a developer's click) it is the mocked caller, or what is in front.
    Raises what xlwings raises where there is no Excel.
    """
    given = sys.argv if arguments is None else arguments
    name, window = _value(given, "--book="), _value(given, "--hwnd=")
    if name is None and window is None:
        return _in_front()
    app = _program(int(window)) if window else _active()
    return Caller(app, app.books[decoded(name)] if name else None)


def _value(arguments: Sequence[str], name: str) -> str | None:
    found = (each.removeprefix(name) for each in arguments if each.startswith(name))
    return next(found, None)


def decoded(digits: str) -> str:
    """Return the name a workbook has in the add-in's digits.  Raises ``ValueError``."""
    return bytes.fromhex(digits).decode("utf-16-be", "surrogatepass")


def _program(window: int) -> xw.App:
    return next((app for app in xw.apps if app.hwnd == window), None) or _active()


def _active() -> xw.App:
    app = xw.apps.active
    if app is None:
        raise LookupError("no office program is running")
    return app


def _in_front() -> Caller:
    with suppress(Exception):  # xlwings raises a bare Exception where nothing is mocked
        book = xw.Book.caller()
        return Caller(book.app, book)
    app = _active()
    return Caller(app, app.books.active if len(app.books) else None)
