"""What every office program does in its own way, and xlwings has no call or no bulk call for.

Protection, and how cells and rows look.  Whoever brings another engine registers its own
:class:`Program`.
"""

from collections.abc import Callable

import xlwings as xw

from xladdin.book.native.excel import MacExcel, WindowsExcel, on_mac
from xladdin.book.native.libreoffice import LibreOffice
from xladdin.book.native.program import Colour, Look, Program

__all__ = ["Colour", "Look", "Program", "program_of", "register"]

_KINDS: dict[str, Callable[[], Program]] = {
    "excel": MacExcel if on_mac() else WindowsExcel,
    "libreoffice": LibreOffice,
}


def register(engine: str, kind: Callable[[], Program]) -> None:
    """Say how the program behind an engine (by its xlwings name) does these things."""
    _KINDS[engine] = kind


def program_of(sheet: xw.Sheet) -> Program:
    """Return the program a sheet is open in."""
    return _KINDS.get(sheet.book.app.engine.name, Program)()
