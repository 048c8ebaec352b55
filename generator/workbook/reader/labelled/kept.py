"""Fields the official form does not print: their own names stand beside them as labels."""

from collections.abc import Iterator

from generator.workbook.layout import Layout
from generator.workbook.names import HIDDEN_SHEET
from generator.workbook.plan.places import Address
from generator.workbook.reader.reading import Content


def kept_places(content: Content, form_sheet: str, layout: Layout) -> Iterator[tuple[str, Address]]:
    """Yield (field, cell) for what a workbook of ours keeps beside its form or in the hidden sheet.

    The values survive where the defined names are lost, as in a form saved as .xls.
    """
    for name in (HIDDEN_SHEET, form_sheet):
        sheet = content.sheets.get(name)
        for (row, column), cell in sheet.cells.items() if sheet else ():
            if cell.kind == "text" and cell.raw in layout.unprinted:
                yield cell.raw, Address(name, row, column + 1)
