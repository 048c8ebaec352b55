"""Heights, widths and hiding of the rows and columns of a range, also in bulk."""

import xlwings as xw

from xladdin.libreoffice.area import Area
from xladdin.libreoffice.area import of as area_of
from xladdin.libreoffice.range_base import RangeBase

_PER_POINT = 2540 / 72
_PER_PIXEL = 2540 / 96
_CHARACTER, _PADDING = 7, 5  # pixels, Calibri 11: Excel's default font


class Sizes(RangeBase):
    """Row heights, column widths, hidden rows and columns."""

    @property
    def row_height(self) -> float | None:
        """The height in points, 0 for hidden rows; None when rows differ."""
        heights = set(self._sheet.row_heights(self.row, self.area.bottom))
        return heights.pop() if len(heights) == 1 else None

    @row_height.setter
    def row_height(self, points: float) -> None:
        self.xl.Rows.Height = round(points * _PER_POINT)

    @property
    def column_width(self) -> float | None:
        """The width in characters, 0 for hidden columns; None when columns differ."""
        widths = set(self._sheet.column_widths(self.column, self.area.right))
        return widths.pop() if len(widths) == 1 else None

    @column_width.setter
    def column_width(self, characters: float) -> None:
        pixels = characters * _CHARACTER + _PADDING if characters else 0
        self.xl.Columns.Width = round(pixels * _PER_PIXEL)

    @property
    def row_hidden(self) -> bool | None:
        """Whether the rows are hidden; None when some are."""
        return _all_or_none(len(self._hidden_rows()), self.area.rows)

    @row_hidden.setter
    def row_hidden(self, hidden: bool) -> None:
        self.xl.Rows.IsVisible = not hidden

    @property
    def column_hidden(self) -> bool | None:
        """Whether the columns are hidden; None when some are."""
        shown = self._sheet.visible_in(
            Area(1, self.column, self._sheet.last_row, self.area.columns)
        )
        columns = {column for area in shown for column in range(area.column, area.right + 1)}
        return _all_or_none(self.area.columns - len(columns), self.area.columns)

    @column_hidden.setter
    def column_hidden(self, hidden: bool) -> None:
        self.xl.Columns.IsVisible = not hidden

    def autofit(self, axis: str | None = None) -> None:
        """Let rows, columns or both fit their contents."""
        if axis in (None, "c", "columns"):
            self.xl.Columns.OptimalWidth = True
        if axis in (None, "r", "rows"):
            self.xl.Rows.OptimalHeight = True

    @property
    def width(self) -> float:
        """The width in points."""
        return float(self.xl.Size.Width / _PER_POINT)

    @property
    def height(self) -> float:
        """The height in points."""
        return float(self.xl.Size.Height / _PER_POINT)

    @property
    def left(self) -> float:
        """The distance from the left edge of the sheet, in points."""
        return float(self.xl.Position.X / _PER_POINT)

    @property
    def top(self) -> float:
        """The distance from the upper edge of the sheet, in points."""
        return float(self.xl.Position.Y / _PER_POINT)

    def _hidden_rows(self) -> frozenset[int]:
        return self._sheet.hidden_rows(self.row, self.area.bottom)


def rows_of(areas: tuple[object, ...]) -> set[int]:
    """Return the numbers of all rows of LibreOffice's rectangles."""
    return {
        row for remote in areas for row in range(area_of(remote).row, area_of(remote).bottom + 1)
    }


def _all_or_none(hidden: int, count: int) -> bool | None:
    return None if 0 < hidden < count else hidden == count


def points(hundredths: int) -> float:
    """Return a height in points, as exactly as LibreOffice keeps it."""
    return round(hundredths / _PER_POINT * 4) / 4


def characters(hundredths: int) -> float:
    """Return a width in characters of Excel's default font."""
    pixels = hundredths / _PER_PIXEL
    return round(max(0.0, pixels - _PADDING) / _CHARACTER, 2)


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
