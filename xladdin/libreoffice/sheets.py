"""The sheets of a book."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xlwings import base_classes

from xladdin.libreoffice.errors import MissingError
from xladdin.libreoffice.remote import Remote
from xladdin.libreoffice.sheet import Sheet

if TYPE_CHECKING:
    from xladdin.libreoffice.book import Book


class Sheets(base_classes.Sheets):
    """The sheets, in the order of their tabs."""

    def __init__(self, book: "Book") -> None:
        """Take a book."""
        self._book = book

    @property
    def api(self) -> Remote:
        """The collection in LibreOffice."""
        sheets: Remote = self._book.xl.Sheets
        return sheets

    @property
    def active(self) -> Sheet:
        """The sheet in front."""
        return Sheet(self._book, self._book.controller.ActiveSheet)

    def __call__(self, name_or_index: str | int) -> Sheet:
        """Return a sheet by its name (upper and lower case alike) or number, from 1."""
        sheets = self.api
        if isinstance(name_or_index, str):
            return Sheet(self._book, sheets.getByName(_spelled(name_or_index, sheets)))
        if not 1 <= name_or_index <= sheets.Count:
            raise MissingError(f"there is no sheet number {name_or_index}")
        return Sheet(self._book, sheets.getByIndex(name_or_index - 1))

    def __len__(self) -> int:
        return int(self.api.Count)

    def __iter__(self) -> Iterator[Sheet]:
        sheets = self.api
        return (Sheet(self._book, sheets.getByIndex(index)) for index in range(sheets.Count))

    def __contains__(self, name: str) -> bool:
        return name.casefold() in map(str.casefold, self.api.ElementNames)

    def add(
        self, before: Sheet | None = None, after: Sheet | None = None, name: str | None = None
    ) -> Sheet:
        """Insert a sheet, before the active one unless told where, and bring it to the front."""
        position = after.position + 1 if after else (before or self.active).position
        title = name or self.free_name("Sheet")
        sheets = self.api
        sheets.insertNewByName(title, position)
        sheet = Sheet(self._book, sheets.getByName(title))
        sheet.activate()
        return sheet

    def free_name(self, stem: str) -> str:
        """Return a name no sheet has: the stem and a number."""
        taken, number = self.api.ElementNames, 1
        while f"{stem}{number}" in taken:
            number += 1
        return f"{stem}{number}"


def _spelled(name: str, sheets: Remote) -> str:
    for spelled in sheets.ElementNames:
        if spelled.casefold() == name.casefold():
            return str(spelled)
    raise MissingError(f"there is no sheet {name!r}")
