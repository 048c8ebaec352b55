"""What is in the cells of a range: values and formulas, read in bulk, and clearing them."""

import datetime as dt
from typing import Any

from xladdin.libreoffice.area import Area
from xladdin.libreoffice.kinds import Cell, cells_of
from xladdin.libreoffice.number_formats import Kind
from xladdin.libreoffice.range_base import RangeBase
from xladdin.libreoffice.values import CellError, CellValue, Matrix, error, from_serial, number_text
from xladdin.libreoffice.writing import write_formulas, write_values

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


def read_formulas(cells: RangeBase) -> tuple[tuple[str, ...], ...]:
    """Return formulas as Excel writes them, and of other cells what they hold, as text."""
    rows = zip(cells.xl.getFormulaArray(), cells.xl.getDataArray(), strict=True)
    contents = [list(zip(formulas, values, strict=True)) for formulas, values in rows]
    flat = [content for row in contents for content in row]
    found = dict(zip(cells_of(cells.area), flat, strict=True))
    truths = _truths(cells, found)
    sheet, formulas = cells.sheet.position, cells.sheet.book.formulas

    def text(cell: Cell, formula: str, value: Any) -> str:
        if _is_formula(formula, value):
            return formulas.to_excel(_without_braces(formula), (sheet, Area(*cell)))
        if isinstance(value, float):
            return str(bool(value)).upper() if cell in truths else number_text(value)
        return with_tabs(value) if isinstance(value, str) else formula

    texts = [text(cell, *content) for cell, content in found.items()]
    width = cells.area.columns
    return tuple(tuple(texts[at : at + width]) for at in range(0, len(texts), width))


def _truths(cells: RangeBase, found: dict[Cell, tuple[str, Any]]) -> set[Cell]:
    candidates = [
        cell
        for cell, (formula, value) in found.items()
        if isinstance(value, float) and value in (0, 1) and not _is_formula(formula, value)
    ]
    return cells.finder.of_kind(candidates, Kind.BOOLEAN) if candidates else set()


def _is_formula(formula: str, value: Any) -> bool:
    """Tell a formula from text that looks like one: that would be its own value."""
    return formula.startswith(("=", "{=")) and formula != value


def _without_braces(formula: str) -> str:
    return formula[1:-1] if formula.startswith("{=") else formula


# com.sun.star.sheet.CellFlags
_CONTENTS = 1 | 2 | 4 | 16  # numbers, dates, text, formulas
_NOTES = 8
_FORMATS = 32 | 64 | 256  # set by hand, by style, on parts of the text


class Contents(RangeBase):
    """Values, formulas and clearing."""

    @property
    def raw_value(self) -> Any:
        """The value of one cell, or rows of values; None for an empty range."""
        if not self.area.size:
            return None
        rows = read(self, name_errors=bool(self.options.get("err_to_str")))
        return rows[0][0] if self.area.size == 1 else rows

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        if self.area.size:
            write_values(self, data)

    @property
    def formula(self) -> str | tuple[tuple[str, ...], ...]:
        """Formulas as Excel writes them; a cell without one gives its value as text."""
        rows = read_formulas(self)
        return rows[0][0] if self.area.size == 1 else rows

    @formula.setter
    def formula(self, data: Any) -> None:
        write_formulas(self, data)

    @property
    def formula2(self) -> str | tuple[tuple[str, ...], ...]:
        """The same as ``formula``: LibreOffice has no formulas that spill."""
        return self.formula

    @formula2.setter
    def formula2(self, data: Any) -> None:
        write_formulas(self, data)

    @property
    def formula_array(self) -> str | None:
        """The array formula the range belongs to; None when there is none."""
        text = str(self.xl.getArrayFormula())
        if not text:
            return None
        at = (self._sheet.position, self.area.cell(1, 1))
        return self._sheet.book.formulas.to_excel(text[1:-1], at)

    @formula_array.setter
    def formula_array(self, formula: str) -> None:
        self.guard()
        at = (self._sheet.position, self.area.cell(1, 1))
        self.xl.setArrayFormula(self._sheet.book.formulas.to_own(formula, at))

    @property
    def has_array(self) -> bool:
        """Whether the range is part of an array formula."""
        return bool(self.area.size and self.xl.getArrayFormula())

    def clear_contents(self) -> None:
        """Empty the cells; formats and notes stay."""
        self._clear(_CONTENTS)

    def clear_formats(self) -> None:
        """Take formats away; contents and notes stay."""
        self._clear(_FORMATS)

    def clear(self) -> None:
        """Take everything away: contents, formats and notes."""
        self._clear(_CONTENTS | _FORMATS | _NOTES)

    def clear_notes(self) -> None:
        """Take all notes away, at once (not part of xlwings' interface)."""
        self._clear(_NOTES)

    def _clear(self, flags: int) -> None:
        if self.area.size:
            self.guard()
            self.xl.clearContents(flags)
