"""Photographs of a sheet as LibreOffice shows it on a screen: some rows and columns of it."""

import os
import subprocess
import time
from pathlib import Path
from typing import Any

import xlwings as xw

from tests.addin_extension.screen import Screen, until

_TABLE = 58
"""What screen readers call a sheet (``com.sun.star.accessibility.AccessibleRole.TABLE``)."""

_ROW_NUMBERS = 37
"""Pixels to the left of a sheet in which LibreOffice shows the row numbers."""

Rows = tuple[int, int]
Columns = tuple[int, int]
Area = tuple[int, int, int, int]
"""Pixels from the left and from the top, width and height."""


def photograph(book: xw.Book, at: Screen, rows: Rows, columns: Columns, picture: Path) -> None:
    """Save a picture of the front sheet's rows and columns (from, to; counted from 1)."""
    controller = book.impl.xl._raw.CurrentController
    controller.setFirstVisibleRow(rows[0] - 1)
    controller.setFirstVisibleColumn(0)
    time.sleep(0.7)  # until it is drawn
    table = until(lambda: _table(controller.Frame.ContainerWindow))
    first = [_bounds(table, rows[0], column) for column in range(columns[0], columns[1] + 1)]
    left, top = first[0][:2]
    left -= _ROW_NUMBERS if columns[0] == 1 else 0
    right = max(x + width for x, _, width, _ in first if width)  # off the screen there is none
    # the last column, where nothing is merged over several rows
    lines = (_bounds(table, row, columns[1]) for row in range(rows[0], rows[1] + 1))
    bottom = max(y + height for _, y, _, height in lines if height)  # hidden rows have none
    _take(at, (left, top, right - left + 1, bottom - top + 1), picture)


def window(at: Screen, area: Area, picture: Path) -> None:
    """Save a picture of a part of the screen: for sheets with frozen panes, and for menus."""
    time.sleep(0.7)
    _take(at, area, picture)


def _take(at: Screen, area: Area, picture: Path) -> None:
    command = ["scrot", "-o", "-a", ",".join(map(str, area)), str(picture)]
    subprocess.run(command, env={**os.environ, "DISPLAY": at.display}, check=True, timeout=60)


def _bounds(table: Any, row: int, column: int) -> Area:
    cell = table.getAccessibleCellAt(row - 1, column - 1).getAccessibleContext()
    place, size = cell.getLocationOnScreen(), cell.getSize()
    return place.X, place.Y, size.Width, size.Height


def _table(accessible: Any) -> Any:
    """Return the sheet in a window, ``None`` where there is none below."""
    context = accessible.getAccessibleContext()
    if context.getAccessibleRole() == _TABLE:
        return context
    for number in range(min(context.getAccessibleChildCount(), 50)):
        child = context.getAccessibleChild(number)
        found = _table(child) if hasattr(child, "getAccessibleContext") else None
        if found is not None:
            return found
    return None
