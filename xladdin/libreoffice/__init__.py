"""LibreOffice as an engine of xlwings: the same program on Excel and on LibreOffice.

    import xlwings as xw
    from xladdin.libreoffice import register

    register()
    with xw.App(add_book=False) as app:
        book = app.books.open("form.xlsx")
        book.sheets[0]["A1:B2"].value = [["cost", 1200.5], ["share", "=B1/100"]]
        book.save()

``xw.App()`` starts a LibreOffice of its own, without a window and with a throw-away profile;
``attach`` uses one that is running, e.g. from an extension.  The package stands alone: it needs
xlwings (only the part under the BSD licence) and an installed LibreOffice with its Python bridge,
and imports nothing else of this project.

Beside xlwings' own interface: protection (``protect``, ``unprotect``, ``unprotected``,
``is_protected``, ``is_locked``, ``set_locked``), rows in bulk (``rows_hidden``, ``hidden_rows``,
``row_heights``), colours in bulk (``cell_colors``, ``paint_cells``), notes in bulk (``read_notes``,
``write_notes``, ``clear_notes``), and ``register().calls`` to count round trips.

Threads: one thread at a time for each application.  LibreOffice itself does one thing after the
other; the engine keeps state (active book, locked views) that no lock protects.
"""

from xladdin.libreoffice.coloring import cell_colors, paint_cells
from xladdin.libreoffice.engine import Engine, attach, register
from xladdin.libreoffice.errors import (
    FormulaError,
    GoneError,
    LibreOfficeError,
    MissingError,
    NotAvailableError,
    OpenError,
    PasswordError,
    ProtectedError,
    SaveError,
    StartError,
)
from xladdin.libreoffice.notes import clear_notes, read_notes, write_notes
from xladdin.libreoffice.process import Office
from xladdin.libreoffice.protection import (
    is_locked,
    is_protected,
    protect,
    set_locked,
    unprotect,
    unprotected,
)
from xladdin.libreoffice.remote import Calls, Count
from xladdin.libreoffice.sizes import hidden_rows, row_heights, rows_hidden

__all__ = [
    "Calls",
    "Count",
    "Engine",
    "FormulaError",
    "GoneError",
    "LibreOfficeError",
    "MissingError",
    "NotAvailableError",
    "Office",
    "OpenError",
    "PasswordError",
    "ProtectedError",
    "SaveError",
    "StartError",
    "attach",
    "cell_colors",
    "clear_notes",
    "hidden_rows",
    "is_locked",
    "is_protected",
    "paint_cells",
    "protect",
    "read_notes",
    "register",
    "row_heights",
    "rows_hidden",
    "set_locked",
    "unprotect",
    "unprotected",
    "write_notes",
]
