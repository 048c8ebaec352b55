"""One open book, and which filter reads and writes which type of file."""

import datetime as dt
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from xladdin.libreoffice import runtime
from xladdin.libreoffice.errors import LibreOfficeError, SaveError
from xladdin.libreoffice.formulas import Formulas
from xladdin.libreoffice.names import Names
from xladdin.libreoffice.number_formats import NumberFormats
from xladdin.libreoffice.printing import export
from xladdin.libreoffice.remote import Remote
from xladdin.libreoffice.sheets import Sheets

if TYPE_CHECKING:
    from xladdin.libreoffice.app import App

_FILTERS = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".xlsm": "Calc MS Excel 2007 VBA XML",
    ".xlam": "Calc MS Excel 2007 VBA XML",
    ".xltx": "Calc MS Excel 2007 XML Template",
    ".xls": "MS Excel 97",
    ".ods": "calc8",
    ".csv": "Text - txt - csv (StarCalc)",
    ".html": "HTML (StarCalc)",
}
# Named when opening, too: LibreOffice does not know an .xlam by itself, and would take a broken
# .xlsx for text.
_NAMED_WHEN_OPENING = (".xlsx", ".xlsm", ".xlam")
_PACKAGES = (".xlsx", ".xlsm", ".xlam", ".xltx")
_NEVER, _UPDATE = 0, 3  # macros; links to other files


def saving(path: Path, password: str | None) -> dict[str, Any]:
    """Return how to store a file of this name."""
    try:
        arguments: dict[str, Any] = {"FilterName": _FILTERS[path.suffix.lower()]}
    except KeyError:
        known = ", ".join(_FILTERS)
        raise SaveError(f"cannot save {path.name}: the name must end in {known}") from None
    if password:
        arguments |= _encryption(path, password)
    return arguments | {"Overwrite": True}


def _encryption(path: Path, password: str) -> dict[str, Any]:
    """Return how to encrypt; for Excel's newer types ``Password`` alone would do nothing."""
    if path.suffix.lower() not in _PACKAGES:
        return {"Password": password}
    values = {"CryptoType": "Standard", "OOXPassword": password}
    name = "com.sun.star.beans.NamedValue"
    named = tuple(runtime.struct(name, *pair) for pair in values.items())
    return {"EncryptionData": runtime.uno().Any(f"[]{name}", named)}


def opening(
    path: Path, *, hidden: bool, read_only: bool, update_links: bool, password: str | None
) -> dict[str, Any]:
    """Return how to open a file; its macros never run."""
    arguments: dict[str, Any] = {
        "Hidden": hidden,
        "ReadOnly": read_only,
        "MacroExecutionMode": _NEVER,
        "UpdateDocMode": _UPDATE if update_links else _NEVER,
    }
    if path.suffix.lower() in _NAMED_WHEN_OPENING:
        arguments["FilterName"] = _FILTERS[path.suffix.lower()]
    if password:
        arguments["Password"] = password
    return arguments


class Book(base_classes.Book):
    """A spreadsheet document."""

    def __init__(self, app: "App", xl: Remote) -> None:
        """Take a document of a LibreOffice."""
        self._app = app
        self.xl = xl
        self.password: str | None = None
        self._stored: tuple[str | None, str] | None = None

    @property
    def api(self) -> Remote:
        """The document in LibreOffice."""
        return self.xl

    @property
    def app(self) -> "App":
        """The LibreOffice it is open in."""
        return self._app

    @property
    def path(self) -> str | None:
        """Where it is stored; None when it never was."""
        return self._place[0]

    @property
    def name(self) -> str:
        """The name of its file, or its title."""
        path, title = self._place
        return Path(path).name if path else title

    @property
    def fullname(self) -> str:
        """The path of its file, or its title."""
        path, title = self._place
        return path or title

    @property
    def sheets(self) -> Sheets:
        """Its sheets."""
        return Sheets(self)

    @property
    def names(self) -> Names:
        """Its defined names, those of its sheets included."""
        return Names(self)

    @cached_property
    def controller(self) -> Remote:
        """The view: active sheet, selection, frozen panes."""
        controller: Remote = self.xl.CurrentController
        return controller

    @cached_property
    def formulas(self) -> Formulas:
        """Translates formulas from and to Excel's grammar."""
        return Formulas(self.xl)

    @cached_property
    def number_formats(self) -> NumberFormats:
        """Its number formats."""
        return NumberFormats(self.xl)

    @cached_property
    def null_date(self) -> dt.datetime:
        """The day its dates count from: 1899-12-30, or 1904-01-01 in some files."""
        date = self.xl.NullDate
        return dt.datetime(date.Year, date.Month, date.Day)

    def activate(self) -> None:
        """Make it the active book."""
        self.app.books.set_active(self)

    def close(self) -> None:
        """Close it without saving."""
        self.xl.setModified(False)
        self.xl.close(True)

    def save(self, path: str | None = None, password: str | None = None) -> None:
        """Save it, or save it as; the ending of the name decides the type.

        A book opened with a password stays encrypted with it.
        """
        target = Path(path or self.path or f"{self.name}.xlsx").absolute()
        if not target.parent.is_dir():
            raise SaveError(f"cannot write {target}: there is no such folder")
        self.password = password or self.password
        try:
            if target == Path(self.path or "") and not self.password:
                self.xl.store()
            else:
                arguments = runtime.properties(saving(target, self.password))
                self.xl.storeAsURL(runtime.file_url(target), arguments)
        except LibreOfficeError as error:
            raise SaveError(f"cannot write {target}: {error}") from error
        self._stored = None

    def to_pdf(self, path: str, quality: str | None = None) -> None:
        """Export all visible sheets as PDF."""
        export(self.xl, path, quality)

    @property
    def _place(self) -> tuple[str | None, str]:
        """Path and title: asked once where nobody but we can save it under another name."""
        if self._stored is None or not self.app.hidden:
            path = runtime.file_path(str(self.xl.URL))
            self._stored = path, "" if path else str(self.xl.Title)
        return self._stored
