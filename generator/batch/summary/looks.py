"""How the cells of a summary look; each look is built once and shared by its cells."""

from copy import copy
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.worksheet import Worksheet

from generator.batch.summary.entry import Live, Value
from generator.batch.summary.wording import Kind
from generator.forms import numbers
from generator.workbook.sheet.escapes import character_data, encode
from generator.workbook.writer.styles import BODY, TITLE

HEADER_FILL, TOTAL_FILL = "FFDCE6F1", "FFF3F6FA"

_THIN = Side(style="thin", color="FF7F7F7F")
_BOXED = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_FORMATS = {
    Kind.YEAR: "0",
    Kind.COUNT: "0",
    Kind.FLAG: "[=0]0;[Red]0",
    Kind.MONEY: "#,##0.00_ ",
    Kind.RATE: "0.00%",
    Kind.SCORE: "0.00",
}
_ALIGNED = {Kind.TEXT: "left", Kind.MONEY: "right"}

Look = tuple[str, Kind]
"""The part of a table (title, note, heading, header, body, total) and the kind of its column."""


class Looks:
    """The looks of one workbook, and the cells that wear them."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._built: dict[Look, StyleArray] = {}

    def cell(self, sheet: Worksheet, value: Value, part: str, kind: Kind) -> Cell:
        """Return a cell to append to a sheet, its text never a formula, its figures exact."""
        cell: Any = WriteOnlyCell(sheet)
        if (part, kind) not in self._built:
            _dress(cell, part, kind)
            self._built[part, kind] = copy(cell._style)
        cell._style = self._built[part, kind]
        return _filled(cell, value)


def _filled(cell: Cell, value: Value) -> Cell:
    """Put a value in as it is: openpyxl would guess at texts and cut figures to 16 digits."""
    if isinstance(value, Live):
        cell.value = f"={value.formula}"
    elif isinstance(value, str):
        cell.value = character_data(encode(value))
        cell.data_type = "s"
    elif value is not None:
        cell.value = numbers.text(Decimal(value))
        cell.data_type = "n"
    return cell


def _dress(cell: Cell, part: str, kind: Kind) -> None:
    cell.font = _font(part)
    cell.alignment = _alignment(part, kind)
    if part in ("header", "body", "total"):
        cell.border = _BOXED
    if part in ("header", "total"):
        cell.fill = PatternFill("solid", fgColor=HEADER_FILL if part == "header" else TOTAL_FILL)
    if part in ("body", "total"):
        cell.number_format = _FORMATS.get(kind, "@")


def _font(part: str) -> Font:
    if part == "title":
        return Font(name=TITLE, size=16, bold=True)
    if part == "note":
        return Font(name=BODY, size=9, color="FF595959")
    return Font(name=BODY, size=10.5, bold=part != "body")


def _alignment(part: str, kind: Kind) -> Alignment:
    if part == "title":
        return Alignment(horizontal="centerContinuous", vertical="center")
    if part in ("note", "heading"):
        return Alignment(horizontal="left", vertical="center")
    horizontal = "center" if part == "header" else _ALIGNED.get(kind, "center")
    return Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
