"""How each kind of cell looks: fonts, borders, fills, alignment, number formats, lock."""

from copy import copy

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray

from generator.workbook.layout.schema import Style

BODY, TITLE = "宋体", "黑体"
OPEN_FILL = "FFFFFBE8"
"""Open cells are pale yellow, so that one sees where to type."""

COMPUTED_FILL = "FFF3F6FA"

_THIN = Side(style="thin", color="FF000000")
_BOXED = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_UNBOXED = {Style.TITLE, Style.YEAR_LINE}
_LEFT = {Style.TEXT, Style.LONG_TEXT}
_FORMATS = {
    Style.YEAR_LINE: "0",
    Style.TEXT: "@",
    Style.LONG_TEXT: "@",
    Style.VALUE: "@",
    Style.DATE: "yyyy\\-mm\\-dd",
    Style.MONEY: "#,##0.00",
    Style.SCORE: "0.00",
    Style.SCORE_SHORT: "0.0#",
    Style.RATE: "0.00",
    Style.RATE_WITH_SIGN: '0.00"%"',
}

_STYLE = "_style"
"""openpyxl's own place for a cell's formats; sharing it is its fastest way to dress many cells."""

Look = tuple[Style, bool, bool, str | None]
"""Style, locked, computed, a number format of the layout's own."""


class StyleBook:
    """The looks of one workbook; each is built once and then shared by its cells."""

    def __init__(self, book: Workbook) -> None:
        self._scratch = book.create_sheet("scratch")
        self._book = book
        self._looks: dict[Look, StyleArray] = {}

    def dress(
        self,
        cell: Cell | MergedCell,
        style: Style,
        *,
        locked: bool,
        computed: bool = False,
        number_format: str | None = None,
    ) -> None:
        """Give a cell its look."""
        setattr(cell, _STYLE, self._look((style, locked, computed, number_format)))

    def close(self) -> None:
        """Drop the sheet the looks were built on."""
        self._book.remove(self._scratch)

    def _look(self, look: Look) -> StyleArray:
        if look not in self._looks:
            cell = self._scratch.cell(len(self._looks) + 1, 1)
            _draw(cell, *look)
            self._looks[look] = copy(getattr(cell, _STYLE))
        return self._looks[look]


def _draw(
    cell: Cell, style: Style, locked: bool, computed: bool, number_format: str | None
) -> None:
    cell.font = _font(style)
    cell.alignment = _alignment(style)
    cell.protection = Protection(locked=locked)
    cell.number_format = number_format or _FORMATS.get(style, "General")
    if style not in _UNBOXED:
        cell.border = _BOXED
    if not locked:
        cell.fill = PatternFill("solid", fgColor=OPEN_FILL)
    elif computed:
        cell.fill = PatternFill("solid", fgColor=COMPUTED_FILL)


def _font(style: Style) -> Font:
    if style is Style.TITLE:
        return Font(name=TITLE, size=16, bold=True)
    return Font(name=BODY, size=10.5)


def _alignment(style: Style) -> Alignment:
    horizontal = "left" if style in _LEFT else "right" if style is Style.MONEY else "center"
    return Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
