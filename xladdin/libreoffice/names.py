"""Defined names of a book or of one sheet."""

from typing import TYPE_CHECKING

from xlwings import base_classes

from xladdin.libreoffice import runtime
from xladdin.libreoffice.area import Area
from xladdin.libreoffice.area import of as area_of
from xladdin.libreoffice.errors import LibreOfficeError, MissingError
from xladdin.libreoffice.range_base import quoted
from xladdin.libreoffice.remote import Remote

if TYPE_CHECKING:
    from xladdin.libreoffice.book import Book
    from xladdin.libreoffice.ranges import Range
    from xladdin.libreoffice.sheet import Sheet

_ORIGIN = Area(1, 1)


class Name(base_classes.Name):
    """One defined name; it is looked up only when something is asked of it."""

    def __init__(self, book: "Book", scope: "Sheet | None", name: str) -> None:
        """Take a name of a book, or of one of its sheets."""
        self._book, self._scope, self._name = book, scope, name

    @property
    def api(self) -> Remote:
        """The name in LibreOffice."""
        named: Remote = self._collection.getByName(self._name)
        return named

    @property
    def name(self) -> str:
        """The name, with its sheet in front when it belongs to one: ``Sheet1!total``."""
        return self._name if self._scope is None else f"{prefix(self._scope)}{self._name}"

    @name.setter
    def name(self, value: str) -> None:
        self._name, named = value.rpartition("!")[2], self.api
        named.Name = self._name

    @property
    def refers_to(self) -> str:
        """What it stands for, as a formula: ``=Sheet1!$A$1:$B$2``."""
        return self._book.formulas.to_excel("=" + self.api.Content, (0, _ORIGIN))

    @refers_to.setter
    def refers_to(self, value: str) -> None:
        self.api.setContent(content(self._book, value))

    @property
    def refers_to_range(self) -> "Range":
        """The cells it stands for; refuse when it stands for something else."""
        cells = self.api.getReferredCells()
        if cells is None:
            raise LibreOfficeError(f"the name {self.name!r} stands for no range")
        address = cells.RangeAddress
        return self._book.sheets(address.Sheet + 1).at(area_of(address))

    def delete(self) -> None:
        """Take the name away; the cells stay."""
        self._collection.removeByName(self._name)

    @property
    def _collection(self) -> Remote:
        names: Remote = (self._scope or self._book).xl.NamedRanges
        return names


class Names(base_classes.Names):
    """The names of a book (those of its sheets included) or of one sheet."""

    def __init__(self, book: "Book", scope: "Sheet | None" = None) -> None:
        """Take the names of a book, or only those of a sheet."""
        self._book, self._scope = book, scope

    @property
    def api(self) -> Remote:
        """The collection in LibreOffice."""
        names: Remote = (self._scope or self._book).xl.NamedRanges
        return names

    def __call__(self, name_or_index: str | int) -> Name:
        """Return a name by its text or its number, counted from 1."""
        if isinstance(name_or_index, str):
            found = self._find(name_or_index)
            if found is None:
                raise MissingError(f"there is no name {name_or_index!r}")
            return found
        return self.snapshot()[name_or_index - 1][1]

    def __len__(self) -> int:
        return len(self.snapshot())

    def snapshot(self) -> list[tuple[str, Name]]:
        """Return all names as text and handle."""
        names = [Name(self._book, self._scope, name) for name in self.api.ElementNames]
        if self._scope is None:
            for sheet in self._book.sheets:
                names += [
                    Name(self._book, sheet, name) for name in sheet.xl.NamedRanges.ElementNames
                ]
        return [(name.name, name) for name in names]

    def contains(self, name_or_index: str | int) -> bool:
        """Tell whether there is such a name."""
        if isinstance(name_or_index, str):
            return self._find(name_or_index) is not None
        return 1 <= name_or_index <= len(self)

    def add(self, name: str, refers_to: str) -> Name:
        """Define a name, e.g. ``add("total", "=Sheet1!$A$1")``; ``Sheet1!total`` is the sheet's."""
        sheet, _, local = name.rpartition("!")
        scope = self._book.sheets(sheet.strip("'")) if sheet else self._scope
        names = (scope or self._book).xl.NamedRanges
        origin = runtime.struct("com.sun.star.table.CellAddress", 0, 0, 0)
        if names.hasByName(local):
            names.removeByName(local)
        names.addNewByName(local, content(self._book, refers_to), origin, 0)
        return Name(self._book, scope, local)

    def _find(self, name: str) -> Name | None:
        sheet, _, local = name.rpartition("!")
        if sheet and self._scope is None:
            return self._book.sheets(sheet.strip("'")).names._find(local)
        return Name(self._book, self._scope, local) if self.api.hasByName(local) else None


def prefix(sheet: "Sheet") -> str:
    """Return what stands before a name that belongs to a sheet."""
    name = sheet.name
    return f"{name if name.isidentifier() else quoted(name)}!"


def content(book: "Book", refers_to: str) -> str:
    """Return what a name stands for, as LibreOffice writes it."""
    return book.formulas.to_own(refers_to, (0, _ORIGIN)).removeprefix("=")
