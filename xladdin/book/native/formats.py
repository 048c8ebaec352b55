"""How cells of a sheet of our own look, and how xlwings' public calls make them so."""

import xlwings as xw
from msgspec import Struct

Rgb = tuple[int, int, int]


class Format(Struct, frozen=True):
    """How the cells at an address (``A:I``, ``C4:C9``) look; text always stands at the top.

    ``width`` is in characters, ``height`` and ``size`` are in points; ``ink`` colours the text,
    ``lines`` the thin lines around each cell.  What is not given stays as it is.
    """

    address: str
    width: float | None = None
    height: float | None = None
    hidden: bool = False
    fill: Rgb | None = None
    ink: Rgb | None = None
    bold: bool = False
    font: str | None = None
    size: float | None = None
    centred: bool = False
    wrapped: bool = False
    lines: Rgb | None = None


def lay_out(cells: xw.Range, wanted: Format) -> None:
    """Make cells look as wanted."""
    cells.vertical_alignment = "top"
    if wanted.width is not None:
        cells.column_width = wanted.width
    if wanted.height is not None:
        cells.row_height = wanted.height
    if wanted.hidden:
        cells.columns.hidden = True
    if wanted.fill is not None:
        cells.color = wanted.fill
    if wanted.centred:
        cells.horizontal_alignment = "center"
    if wanted.wrapped:
        cells.wrap_text = True
    if wanted.lines is not None:
        cells.borders.set(line_style="continuous", weight="thin", color=wanted.lines)
    _write_in(cells.font, wanted)


def _write_in(font: xw.main.Font, wanted: Format) -> None:
    if wanted.ink is not None:
        font.color = wanted.ink
    if wanted.bold:
        font.bold = True
    if wanted.font is not None:
        font.name = wanted.font
    if wanted.size is not None:
        font.size = wanted.size
