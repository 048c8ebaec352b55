"""What people do to a form: copied into a new workbook, shifted, merges split."""

import io

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.cell_range import CellRange

_FORM_COLUMNS = 9


def copied(workbook: bytes, *, down: int = 0, right: int = 0, merged: bool = True) -> bytes:
    """Return a new workbook with the form's visible cells only: no names, no hidden sheet."""
    source = load_workbook(io.BytesIO(workbook)).worksheets[0]
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in source.iter_rows(max_col=_FORM_COLUMNS):
        for cell in row:
            if cell.value is None:
                continue
            copy = sheet.cell(cell.row + down, cell.column + right)
            copy.value = cell.value
            copy.data_type = cell.data_type
            copy.number_format = cell.number_format
    for area in source.merged_cells.ranges if merged else ():
        moved = CellRange(area.coord)
        moved.shift(right, down)
        if moved.max_col <= _FORM_COLUMNS + right:
            sheet.merge_cells(moved.coord)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """Return a workbook as openpyxl saves it."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
