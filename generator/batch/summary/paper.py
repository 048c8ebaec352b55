"""How the sheets of a summary print: A4 landscape, as wide as the page, header rows repeated."""

from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.batch.summary.wording import wording

_A4 = 9


def set_up_print(sheet: Worksheet, header_row: int | None = None) -> None:
    """Set a sheet up for printing, before its first row is written."""
    if header_row is not None:
        sheet.print_title_rows = f"1:{header_row}"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.page_margins.footer = 0.3
    footer = HeaderFooterItem(center=_HeaderFooterPart(text=wording().footer))
    sheet.HeaderFooter.oddFooter = footer
    sheet.sheet_view.showGridLines = False
