"""One sheet of a book."""

import numbers
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from xladdin.libreoffice import area as areas
from xladdin.libreoffice.area import Area
from xladdin.libreoffice.errors import LibreOfficeError, MissingError, ProtectedError
from xladdin.libreoffice.names import Names
from xladdin.libreoffice.notes import Note, of_sheet
from xladdin.libreoffice.printing import FreezePanes, PageSetup
from xladdin.libreoffice.ranges import Range
from xladdin.libreoffice.remote import Remote
from xladdin.libreoffice.sizes import characters, points, rows_of

if TYPE_CHECKING:
    from xladdin.libreoffice.book import Book


class Sheet(base_classes.Sheet):
    """A sheet."""

    last_row, last_column = areas.LAST_ROW, areas.LAST_COLUMN

    def __init__(self, book: "Book", xl: Remote) -> None:
        """Take a sheet of a book."""
        self._book = book
        self.xl = xl

    @property
    def api(self) -> Remote:
        """The sheet in LibreOffice."""
        return self.xl

    @property
    def book(self) -> "Book":
        """The book it belongs to."""
        return self._book

    @property
    def name(self) -> str:
        """The name on its tab."""
        return str(self.xl.Name)

    @name.setter
    def name(self, value: str) -> None:
        self.xl.Name = value

    @property
    def position(self) -> int:
        """Its place among the sheets as LibreOffice counts, from 0."""
        return int(self.xl.RangeAddress.Sheet)

    @property
    def index(self) -> int:
        """Its place among the sheets, from 1."""
        return self.position + 1

    @property
    def visible(self) -> bool:
        """Whether its tab is shown."""
        return bool(self.xl.IsVisible)

    @visible.setter
    def visible(self, value: bool) -> None:
        self.xl.IsVisible = bool(value)

    @property
    def names(self) -> Names:
        """The names that belong to this sheet alone."""
        return Names(self.book, self)

    @property
    def notes(self) -> list[Note]:
        """The notes on its cells."""
        return of_sheet(self)

    @property
    def page_setup(self) -> PageSetup:
        """The print area."""
        return PageSetup(self)

    @property
    def freeze_panes(self) -> FreezePanes:
        """Rows and columns that stay in view."""
        return FreezePanes(self)

    @property
    def protected(self) -> bool:
        """Whether the sheet is protected."""
        return bool(self.xl.isProtected())

    def guard(self, cells: Remote, address: str) -> None:
        """Refuse when the sheet is protected and one of the cells is locked."""
        if self.protected and cells.CellProtection.IsLocked:
            raise ProtectedError(
                f"{self.name}!{address} holds locked cells and the sheet is protected: "
                "unprotect it first"
            )

    def range(self, arg1: Any, arg2: Any = None) -> Range:
        """Return cells by address, by name, by (row, column), or between two corners."""
        if isinstance(arg1, numbers.Integral) and isinstance(arg2, numbers.Integral):
            arg1, arg2 = (arg1, arg2), None
        first = self._cells(arg1)
        if arg2 is None:
            return first
        return self.at(first.area.spanning(self._cells(arg2).area))

    def at(self, area: Area) -> Range:
        """Return the cells of an area."""
        return Range(self, area)

    def cells_at(self, area: Area) -> Remote:
        """Return the cells of an area in LibreOffice; one cell can do more than a range."""
        if area.size == 1:
            cell: Remote = self.xl.getCellByPosition(area.column - 1, area.row - 1)
            return cell
        corners = (area.column - 1, area.row - 1, area.right - 1, area.bottom - 1)
        cells: Remote = self.xl.getCellRangeByPosition(*corners)
        return cells

    @property
    def cells(self) -> Range:
        """All cells."""
        return self.at(Area(1, 1, self.last_row, self.last_column))

    @property
    def used_range(self) -> Range:
        """The cells that hold something."""
        return self.at(self.used_area)

    @property
    def used_area(self) -> Area:
        """Where the cells are that hold something."""
        cursor = self.xl.createCursor()
        cursor.gotoStartOfUsedArea(False)
        cursor.gotoEndOfUsedArea(True)
        return areas.of(cursor.RangeAddress)

    def merged_at(self, cell: Area) -> Area:
        """Return the merged area a cell belongs to, or the cell."""
        cursor = self.xl.createCursorByRange(self.cells_at(cell))
        cursor.collapseToMergedArea()
        return areas.of(cursor.RangeAddress)

    def visible_in(self, area: Area) -> list[Area]:
        """Return those parts of an area whose rows and columns are not hidden."""
        shown = self.cells_at(area).queryVisibleCells().getRangeAddresses()
        return [areas.of(remote) for remote in shown]

    def hidden_rows(self, first: int, last: int) -> frozenset[int]:
        """Return the hidden ones of some rows, in two round trips."""
        rows = self.cells_at(areas.between(first, 1, last, self.last_column))
        shown = rows_of(rows.queryVisibleCells().getRangeAddresses())
        return frozenset(range(first, last + 1)) - shown

    def row_heights(self, first: int, last: int) -> list[float]:
        """Return the heights of some rows in points; 0 for hidden ones."""
        sizes = self._sizes(Area(first, 1), (0, 1), last - first + 1)
        return [points(size.Height) for size in sizes]

    def column_widths(self, first: int, last: int) -> list[float]:
        """Return the widths of some columns in characters; 0 for hidden ones."""
        sizes = self._sizes(Area(1, first), (1, 0), last - first + 1)
        return [characters(size.Width) for size in sizes]

    def activate(self) -> None:
        """Bring the sheet to the front."""
        self.book.controller.setActiveSheet(self.xl)

    select = activate

    def clear_contents(self) -> None:
        """Empty all cells."""
        self.cells.clear_contents()

    def clear_formats(self) -> None:
        """Take the formats of all cells away."""
        self.cells.clear_formats()

    def clear(self) -> None:
        """Take contents, formats and notes of all cells away."""
        self.cells.clear()

    def autofit(self, axis: str | None = None) -> None:
        """Let rows, columns or both fit their contents."""
        self.used_range.autofit(axis)

    def delete(self) -> None:
        """Take the sheet away."""
        if self.book.xl.Sheets.Count == 1:
            raise LibreOfficeError("a book needs at least one sheet")
        self.book.xl.Sheets.removeByName(self.name)

    def copy(self, before: "Sheet | None" = None, after: "Sheet | None" = None) -> None:
        """Copy the sheet beside another one, of this book or another."""
        neighbour, position = self._place(before, after)
        target = neighbour.book.sheets
        if neighbour.book is self.book:
            self.book.xl.Sheets.copyByName(self.name, target.free_name(f"{self.name}_"), position)
        else:
            target.api.importSheet(self.book.xl, self.name, position)

    def move(self, before: "Sheet | None" = None, after: "Sheet | None" = None) -> None:
        """Move the sheet beside another one of this book."""
        _, position = self._place(before, after)
        self.book.xl.Sheets.moveByName(self.name, position)

    def _sizes(self, first: Area, step: tuple[int, int], count: int) -> Iterator[Any]:
        cursor = self.xl.createCursorByRange(self.cells_at(first))  # dear once, then cheap
        for number in range(count):
            if number:
                cursor.gotoOffset(*step)
            yield cursor.Size

    def _place(self, before: "Sheet | None", after: "Sheet | None") -> tuple["Sheet", int]:
        neighbour = before or after
        if neighbour is None:
            raise ValueError("before or after which sheet?")
        return neighbour, neighbour.position + (before is None)

    def _cells(self, place: Any) -> Range:
        if isinstance(place, Range):
            return place
        if isinstance(place, str):
            return self._named(place)
        if 0 in place[:2]:
            raise IndexError("rows and columns count from 1")
        return self.at(Area(*place))

    def _named(self, text: str) -> Range:
        sheet, mark, address = text.rpartition("!")
        area = areas.parse(address)
        if area is not None:
            owner = self.book.sheets(sheet.strip("'")) if mark else self
            return owner.at(area)
        for names in (self.names, self.book.names):
            if names.contains(text):
                return names(text).refers_to_range
        raise MissingError(f"{text!r} is neither an address nor a name")
