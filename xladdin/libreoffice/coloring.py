"""Colours of many cells in few round trips, which xlwings reads cell by cell."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import xlwings as xw

from xladdin.libreoffice.area import Area
from xladdin.libreoffice.kinds import Cell, CellSet, cells_of, vertical_runs
from xladdin.libreoffice.looks import Color, Rgb, to_remote, to_rgb

if TYPE_CHECKING:
    from xladdin.libreoffice.sheet import Sheet

BACKGROUND = "CellBackColor"


def cell_colors(sheet: xw.Sheet, cells: Iterable[Cell]) -> dict[Cell, Rgb | None]:
    """Return the backgrounds of some cells (row, column): few questions where many are alike."""
    impl: Sheet = sheet.impl
    runs = vertical_runs(cells)
    groups = CellSet(impl.book.xl, impl.position).groups(runs, BACKGROUND) if runs else ()
    found = ((run, to_rgb(int(number))) for group, number in groups for run in group)
    return {cell: color for run, color in found for cell in cells_of(run)}


def paint_cells(sheet: xw.Sheet, colors: Mapping[Cell, Color | None]) -> None:
    """Give each cell (row, column) its background, one write for each colour."""
    impl: Sheet = sheet.impl
    for row, column in colors if impl.protected else ():
        impl.at(Area(row, column)).guard()
    paint(impl, colors)


def paint(sheet: "Sheet", colors: Mapping[Cell, Color | None]) -> None:
    """Give cells that are known to be open their backgrounds."""
    wanted: dict[int, list[Cell]] = {}
    for cell, color in colors.items():
        wanted.setdefault(to_remote(color), []).append(cell)
    cells = CellSet(sheet.book.xl, sheet.position)
    for number, places in wanted.items():
        cells.set(vertical_runs(places), BACKGROUND, number)
