"""A spreadsheet program in memory, as an xlwings engine: fast, and open to be looked into.

It calculates nothing, protects as Excel does, and takes "=" and apostrophes as Excel does.
"""

from pathlib import Path

import xlwings as xw

from tests.addin_actions.memory.cells import CellState, LockedError, SheetState, load
from tests.addin_actions.memory.engine import ENGINE, NAME
from tests.addin_actions.memory.program import Memory
from tests.addin_actions.memory.ranges import Range
from tests.addin_actions.memory.sheets import Book, Sheet
from xladdin.book import native

__all__ = [
    "CellState",
    "LockedError",
    "Memory",
    "SheetState",
    "open_book",
    "register",
    "reopened",
]


def register() -> None:
    """Make the engine known to xlwings and to the add-in."""
    if NAME not in [engine.name for engine in xw.engines]:
        xw.engines.add(xw.Engine(impl=ENGINE))
    xw.engines[NAME].activate()
    native.register(NAME, Memory)


def open_book(path: Path) -> xw.Book:
    """Open a file, the first visible sheet in front and its cell A1 selected."""
    return _opened(path, load(path.read_bytes()))


def reopened(book: xw.Book) -> xw.Book:
    """Close a book and open it again with everything it held."""
    return _opened(Path(book.fullname), [state.copy() for state in book.impl._states])


def _opened(path: Path, sheets: list[SheetState]) -> xw.Book:
    register()
    app = ENGINE.apps.add()
    impl = Book(app, path, sheets)
    app._books.append(impl)
    app._selection = Range(Sheet(impl, sheets[0]), 1, 1, 1, 1)
    return xw.Book(impl=impl)
