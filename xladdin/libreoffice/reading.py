"""Values of a range, in one bulk read."""

import datetime as dt
from typing import Any

from xladdin.libreoffice.area import Area
from xladdin.libreoffice.kinds import Cell, cells_of
from xladdin.libreoffice.number_formats import Kind
from xladdin.libreoffice.range_base import RangeBase
from xladdin.libreoffice.values import CellError, CellValue, Matrix, error, from_serial

_TAB = "\x01"

# LibreOffice: text, a number, or None for an error.


def read(cells: RangeBase, name_errors: bool) -> Matrix:
    """Return the values: numbers are dates or truth values where the format says so."""
    data: Matrix = [[with_tabs(value) for value in row] for row in cells.xl.getDataArray()]
    _convert_numbers(cells, data)
    for row, column in _positions(data, type(None)):
        data[row - 1][column - 1] = _error(cells, row, column) if name_errors else CellError.UNKNOWN
    return data


def with_tabs(value: Any) -> Any:
    """Return a text with its tabs: those of a file come as the sign of an editing field."""
    return value.replace(_TAB, "\t") if isinstance(value, str) and _TAB in value else value


def _convert_numbers(cells: RangeBase, data: Matrix) -> None:
    epoch = cells.sheet.book.null_date
    for area, kind in _kinds(cells, data):
        for row, column in cells_of(area):
            line, place = row - cells.row, column - cells.column
            data[line][place] = _converted(data[line][place], kind, epoch)


def _kinds(cells: RangeBase, data: Matrix) -> list[tuple[Area, Kind]]:
    numbers = _positions(data, float)
    if not numbers:
        return []
    if cells.area.size == 1:
        formats = cells.sheet.book.number_formats
        return [(cells.area, formats.kind(cells.xl.NumberFormat))]
    absolute = ((cells.row + row - 1, cells.column + column - 1) for row, column in numbers)
    groups = cells.finder.groups(absolute)
    converted = (Kind.DATE, Kind.BOOLEAN)
    return [(run, kind) for runs, kind, _ in groups if kind in converted for run in runs]


def _converted(value: CellValue, kind: Kind, epoch: dt.datetime) -> CellValue:
    assert isinstance(value, float)
    if kind is Kind.DATE:
        return from_serial(value, epoch)
    return bool(value) if kind is Kind.BOOLEAN and value in (0, 1) else value


def _positions(data: Matrix, type_: type[Any]) -> list[Cell]:
    return [
        (row, column)
        for row, line in enumerate(data, 1)
        for column, value in enumerate(line, 1)
        if type(value) is type_
    ]


def _error(cells: RangeBase, row: int, column: int) -> CellError:
    return error(int(cells(row, column).xl.getError()))
