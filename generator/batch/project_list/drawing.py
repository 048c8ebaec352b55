"""How the sheets of a project list look: header, columns, row heights, print set-up."""

from typing import Literal

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.styleable import StyleableObject
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.batch.project_list.columns import Column, Kind
from generator.batch.project_list.listing import Row
from generator.workbook.plan.texts import HIGHEST, height
from generator.workbook.sheet.address import letters
from generator.workbook.writer.sheet import write_text
from generator.workbook.writer.styles import BODY, COMPUTED_FILL, OPEN_FILL, TITLE

_HEADER_HEIGHT = 36
_LINE = Side(style="thin", color="FF808080")
_FORMATS = {
    Kind.YEAR: "0",
    Kind.DATE: "yyyy\\-mm\\-dd",
    Kind.AMOUNT: "#,##0.00##",
    Kind.WEIGHT: "General",
}
"""All other columns are text cells (``@``): ``=100%`` typed there stays what was typed."""

_CENTRED = {Kind.YEAR, Kind.DATE, Kind.MONEY_UNIT, Kind.WEIGHT}


def draw_list_sheet(sheet: Worksheet, columns: tuple[Column, ...], rows: list[Row]) -> None:
    """Draw header and columns, and dress the cells the rows will be filled into."""
    sheet.row_dimensions[1].height = _HEADER_HEIGHT
    for number, column in enumerate(columns, 1):
        _draw_heading(sheet, number, column)
        sheet.column_dimensions[letters(number)].width = column.width
        _dress(sheet.column_dimensions[letters(number)], column.kind)
        for row in range(2, len(rows) + 2):
            _dress(sheet.cell(row, number), column.kind)
    for number, row_values in enumerate(rows, 2):
        sheet.row_dimensions[number].height = _row_height(columns, row_values)
    sheet.freeze_panes = "B2"


def set_up_print(sheet: Worksheet, *, header: bool = True) -> None:
    """Set a sheet up for A4 landscape, as wide as the page, the header on every page."""
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.gridLines = header
    sheet.page_margins = PageMargins(
        left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3
    )
    footer = HeaderFooterItem()
    footer.center.text = "第 &P 页，共 &N 页"
    sheet.HeaderFooter.oddFooter = footer
    if header:
        sheet.print_title_rows = "1:1"


def _draw_heading(sheet: Worksheet, number: int, column: Column) -> None:
    write_text(sheet, 1, number, column.title)
    cell = sheet.cell(1, number)
    cell.font = Font(name=TITLE, size=10.5, bold=column.required)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.border = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
    cell.fill = PatternFill("solid", fgColor=OPEN_FILL if column.required else COMPUTED_FILL)


def _dress(part: StyleableObject, kind: Kind) -> None:
    """Give a cell, or a whole column with its blank cells, the look of a kind."""
    part.font = Font(name=BODY, size=10.5)
    part.number_format = _FORMATS.get(kind, "@")
    part.alignment = Alignment(horizontal=_side(kind), vertical="center", wrap_text=True)


def _side(kind: Kind) -> Literal["left", "center", "right"]:
    if kind is Kind.AMOUNT:
        return "right"
    return "center" if kind in _CENTRED else "left"


def _row_height(columns: tuple[Column, ...], row: Row) -> float:
    needed = [height(str(row.get(each.key) or ""), each.width) for each in columns]
    return min(max(needed), HIGHEST)
