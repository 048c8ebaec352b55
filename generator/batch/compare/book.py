"""The workbook of a comparison: 项目对照, 指标对照, 问题."""

import io
from collections.abc import Iterable
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.batch.compare.rows import Row, Value, finding_rows, indicator_rows, project_rows
from generator.batch.compare.run import Comparison
from generator.forms.comparison.wording import Column, Sheet, wording
from generator.workbook.moment import issue_moment
from generator.workbook.plan.texts import HIGHEST, height
from generator.workbook.sheet.address import letters
from generator.workbook.writer.finish import finish
from generator.workbook.writer.styles import BODY, COMPUTED_FILL, TITLE

_HEADER_HEIGHT = 34.0
_SIDE = Side(style="thin", color="FF8C8C8C")
_BOX = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_HEADER_FONT, _BODY_FONT = Font(name=TITLE, size=10.5, bold=True), Font(name=BODY, size=10.5)
_HEADER_FILL = PatternFill("solid", fgColor=COMPUTED_FILL)
_TONES = {
    "alarm": PatternFill("solid", fgColor="FFFFC7CE"),
    "caution": PatternFill("solid", fgColor="FFFFEB9C"),
}
_FORMATS = {"text": "@", "word": "@", "money": "#,##0.00", "percent": "0.00", "count": "0"}
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_ALIGNMENTS = {
    "text": Alignment(horizontal="left", vertical="center", wrap_text=True),
    "word": _MIDDLE,
    "money": Alignment(horizontal="right", vertical="center"),
    "percent": Alignment(horizontal="right", vertical="center"),
    "count": _MIDDLE,
}


def draw_sheet(sheet: Worksheet, spec: Sheet, rows: Iterable[Row]) -> None:
    """Draw a sheet by its description; a value a row has not stays blank."""
    columns = list(spec.columns.items())
    sheet.row_dimensions[1].height = _HEADER_HEIGHT
    for number, (_, column) in enumerate(columns, 1):
        sheet.column_dimensions[letters(number)].width = column.width
        _draw_heading(sheet.cell(1, number), column.title)
    last = 1
    for last, row in enumerate(rows, 2):
        sheet.row_dimensions[last].height = _height(spec, row)
        for number, (key, column) in enumerate(columns, 1):
            _draw(sheet.cell(last, number), row.get(key), column)
    sheet.freeze_panes = f"{letters(spec.frozen + 1)}2"
    sheet.auto_filter.ref = f"A1:{letters(len(columns))}{last}"
    _set_up_print(sheet)


def _draw_heading(cell: Cell | MergedCell, title: str) -> None:
    _put(cell, title)
    cell.font, cell.fill = _HEADER_FONT, _HEADER_FILL
    cell.alignment, cell.border = _MIDDLE, _BOX


def _draw(cell: Cell | MergedCell, value: Value, column: Column) -> None:
    _put(cell, value)
    cell.font, cell.border = _BODY_FONT, _BOX
    cell.number_format, cell.alignment = _FORMATS[column.kind], _ALIGNMENTS[column.kind]
    tone = wording().tones.get(str(value)) if column.kind == "word" else None
    if tone is not None:
        cell.fill = _TONES[tone]


def _put(cell: Cell | MergedCell, value: Value) -> None:
    """Put a value in; a text is never taken for a formula, whatever it begins with."""
    if value is None:
        return
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def _height(spec: Sheet, row: Row) -> float:
    needed = (height(_as_text(row.get(key)), column.width) for key, column in spec.columns.items())
    return min(max(needed), HIGHEST)


def _as_text(value: Value) -> str:
    return "" if value is None or isinstance(value, Decimal) else str(value)


def _set_up_print(sheet: Worksheet) -> None:
    """Set a sheet up for A4 landscape, as wide as the page, the header on every page."""
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
    sheet.print_title_rows = "1:1"
    footer = HeaderFooterItem()
    footer.center.text = wording().phrases["footer"]
    sheet.HeaderFooter.oddFooter = footer


def comparison_book(comparison: Comparison) -> bytes:
    """Return the bytes of the .xlsx file; all of it is values, nothing is a formula."""
    moment = issue_moment()
    book = Workbook()
    book.properties = DocumentProperties(creator="绩效表单", created=moment, modified=moment)
    book.remove(book.worksheets[0])
    sheets = wording().sheets
    for spec, rows in (
        (sheets.projects, project_rows(comparison)),
        (sheets.indicators, indicator_rows(comparison)),
        (sheets.findings, finding_rows(comparison)),
    ):
        draw_sheet(book.create_sheet(spec.name), spec, rows)
    buffer = io.BytesIO()
    book.save(buffer)
    return finish(buffer.getvalue(), (), moment)
