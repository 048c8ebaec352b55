"""Hidden rows and row heights in bulk.

xlwings has ``range.rows.hidden`` since 0.37, and ``range.row_height`` for rows of one height.
"""

import xlwings as xw

from xladdin.libreoffice.area import Area


def rows_hidden(sheet: xw.Sheet, first: int, last: int, hidden: bool) -> None:
    """Hide or show the rows from the first to the last, in one go."""
    sheet.impl.at(Area(first, 1, last - first + 1)).row_hidden = hidden


def hidden_rows(sheet: xw.Sheet, first: int, last: int) -> frozenset[int]:
    """Return which of the rows are hidden, in few round trips whatever their number."""
    hidden: frozenset[int] = sheet.impl.hidden_rows(first, last)
    return hidden


def row_heights(sheet: xw.Sheet, first: int, last: int) -> dict[int, float]:
    """Return the height of each row in points (0: hidden), in two cheap round trips a row."""
    heights: list[float] = sheet.impl.row_heights(first, last)
    return dict(enumerate(heights, first))
