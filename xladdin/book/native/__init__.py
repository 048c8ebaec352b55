"""What every office program does in its own way, and xlwings has no call or no bulk call for.

Protection, cells in bulk, and how cells and rows look.  Whoever brings another engine registers
its own :class:`Program`.
"""

from collections.abc import Callable

import xlwings as xw

from xladdin.book.native.libreoffice import LibreOffice
from xladdin.book.native.program import Colour, Format, Look, Program, Rgb
from xladdin.book.native.protection import MacExcel, WindowsExcel, on_mac

__all__ = ["Colour", "Format", "Look", "Program", "Rgb", "program_of", "register"]

Kind = Callable[[xw.Book, xw.App], Program]

_KINDS: dict[str, Kind] = {
    "excel": MacExcel if on_mac() else WindowsExcel,
    "libreoffice": LibreOffice,
}


def register(engine: str, kind: Kind) -> None:
    """Say how the program behind an engine (by its xlwings name) does these things."""
    _KINDS[engine] = kind


def program_of(book: xw.Book) -> Program:
    """Return the program a workbook is open in."""
    app = book.app
    return _KINDS.get(app.engine.name, Program)(book, app)
