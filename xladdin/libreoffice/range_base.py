"""What every part of a range needs: where it is, its cells in LibreOffice, whether it is open."""

from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from xlwings import base_classes

from xladdin.libreoffice.area import Area
from xladdin.libreoffice.kinds import KindFinder, is_mixed
from xladdin.libreoffice.remote import Remote

if TYPE_CHECKING:
    from xladdin.libreoffice.sheet import Sheet


class RangeBase(base_classes.Range):
    """A rectangle of cells on a sheet.

    It is kept as coordinates: it costs nothing until it is used, and it stays where it is when
    rows are inserted above it.
    """

    def __init__(self, sheet: "Sheet", area: Area) -> None:
        """Take the cells of an area; an area without rows or columns is an empty range."""
        self._sheet = sheet
        self.area = area
        self.options: dict[str, Any] = {}

    @cached_property
    def xl(self) -> Remote:
        """The cells in LibreOffice."""
        return self._sheet.cells_at(self.area)

    @property
    def api(self) -> Remote | None:
        """The cells in LibreOffice; None for an empty range."""
        return self.xl if self.area.size else None

    @property
    def sheet(self) -> "Sheet":
        """The sheet the cells are on."""
        return self._sheet

    @property
    def coords(self) -> tuple[str, int, int, int, int]:
        """Name of the sheet, first row and column, number of rows and columns."""
        return self._sheet.name, self.row, self.column, *self.shape

    @property
    def row(self) -> int:
        """The first row, counted from 1."""
        return self.area.row

    @property
    def column(self) -> int:
        """The first column, counted from 1."""
        return self.area.column

    @property
    def shape(self) -> tuple[int, int]:
        """The number of rows and of columns."""
        return self.area.rows, self.area.columns

    def __len__(self) -> int:
        return self.area.size

    def __bool__(self) -> bool:
        return True

    def __call__(self, row: int, column: int | None = None) -> Self:
        """Return a cell by row and column, or by its number, counted row by row from 1."""
        if column is None:
            line, place = divmod(row - 1, self.area.columns)
            row, column = line + 1, place + 1
        return self.at(self.area.cell(row, column))

    def at(self, area: Area) -> Self:
        """Return another range of the same sheet."""
        return type(self)(self._sheet, area)

    @property
    def address(self) -> str:
        """The address, as in ``$A$1:$B$2``."""
        return self.area.address()

    def get_address(self, row_absolute: bool, col_absolute: bool, external: bool) -> str:
        """Return the address, with book and sheet when ``external``."""
        address = self.area.address(row_absolute, col_absolute)
        if not external:
            return address
        place = f"[{self._sheet.book.name}]{self._sheet.name}"
        return f"{place if place.isidentifier() else quoted(place)}!{address}"

    @property
    def finder(self) -> KindFinder:
        """Finds dates, truth values and text among the cells."""
        book = self._sheet.book
        return KindFinder(book.xl, self._sheet.position, book.number_formats)

    def guard(self) -> None:
        """Refuse to go on when a cell is locked; LibreOffice itself would do nothing, silently."""
        self._sheet.guard(self.xl, self.address)

    def _get(self, name: str) -> Any:
        """Return what the cells have in common; None when they disagree."""
        if self.area.size > 1 and is_mixed(self.xl, name):
            return None
        return getattr(self.xl, name)

    def _set(self, name: str, value: Any) -> None:
        self.guard()
        setattr(self.xl, name, value)


def quoted(name: str) -> str:
    """Return a sheet's name as a formula quotes it."""
    return "'" + name.replace("'", "''") + "'"
