"""The common part: by xlwings' public calls alone, and nothing protected; how cells of our own
look.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any

import xlwings as xw
from msgspec import Struct

from generator.workbook.sheet.address import Position
from xladdin.book.grid import Grid, area, rows_of, runs
from xladdin.book.writes import Entries, write

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


Colour = Rgb | None


class Look(Struct, frozen=True):
    """The direct colour of a cell and the text of its note, ``None`` for none."""

    colour: Colour = None
    note: str | None = None


class Program:
    """The office program a workbook is open in."""

    def __init__(self, book: xw.Book, app: xw.App) -> None:
        self.book, self.app = book, app

    def sheet(self, name: str) -> xw.Sheet | None:
        """Return a sheet of the workbook, ``None`` where there is none of that name."""
        with suppress(Exception):  # each program has an error of its own for a missing sheet
            return self.book.sheets[name]
        return None

    def add_sheet(self, after: xw.Sheet, name: str) -> xw.Sheet:
        """Add a sheet behind another, which comes to the front."""
        made = self.book.sheets.add(after=after)
        made.name = name
        after.activate()
        return made

    def lay_out(self, sheet: xw.Sheet, formats: Sequence[Format]) -> None:
        """Empty a sheet of ours and give its cells their formats, the later over the earlier."""
        sheet.clear()
        for each in formats:
            lay_out(sheet.range(each.address), each)

    def is_protected(self, sheet: xw.Sheet) -> bool:
        """Tell whether locked cells of the sheet refuse to be written."""
        return False

    def open(self, sheet: xw.Sheet, password: str) -> Any | None:
        """Open the sheet and return its options; ``None`` where the password does not fit."""
        return {}

    def close(self, sheet: xw.Sheet, password: str, options: Any) -> None:
        """Protect the sheet again with the same password and options, usual ones for ``None``."""

    def grid(self, sheet: xw.Sheet, last_row: int, last_column: int) -> Grid:
        """Read the cells from A1 to a last row and column."""
        cells = sheet.range(area((1, 1), (last_row, last_column)))
        values = cells.options(ndim=2, err_to_str=True).value
        return Grid(values, rows_of(cells.formula, last_row, last_column))

    def formats(self, sheet: xw.Sheet, cells: Iterable[Position]) -> dict[Position, str]:
        """Return the number formats of some cells."""
        return {cell: str(sheet.range(cell).number_format or "") for cell in cells}

    def selected(self) -> tuple[str, Position] | None:
        """Return sheet and cell the user stands in, ``None`` where it is no cell."""
        found = self.book.selection
        return None if found is None else (found.sheet.name, (found.row, found.column))

    def go_to(self, sheet: xw.Sheet, cell: Position) -> None:
        """Bring the user to a cell."""
        sheet.activate()
        sheet.range(cell).select()

    def write(self, sheet: xw.Sheet, entries: Entries, *, locked_too: bool) -> list[Position]:
        """Write cells; return those the sheet refused."""
        return write(sheet, entries, locked_too=locked_too)

    def looks(self, sheet: xw.Sheet, cells: Iterable[Position]) -> dict[Position, Look]:
        """Return how some cells look."""
        return {cell: _look(sheet.range(cell)) for cell in cells}

    def dress(self, sheet: xw.Sheet, wanted: Mapping[Position, Look]) -> None:
        """Give cells their look; a note that is there keeps its author and its shape."""
        for at, look in wanted.items():
            cell = sheet.range(at)
            cell.color = look.colour
            _annotate(cell, look.note)

    def hidden_rows(self, sheet: xw.Sheet, rows: range) -> set[int]:
        """Return which of some neighbouring rows are hidden, halving where some are."""
        if not rows:
            return set()
        state = sheet.range((rows[0], 1), (rows[-1], 1)).rows.hidden
        if state is not None:
            return set(rows) if state else set()
        middle = len(rows) // 2
        first, second = rows[:middle], rows[middle:]
        return self.hidden_rows(sheet, first) | self.hidden_rows(sheet, second)

    def heights(self, sheet: xw.Sheet, rows: range) -> dict[int, float]:
        """Return the heights (points) of some neighbouring rows, halving where they differ."""
        if not rows:
            return {}
        height = sheet.range((rows[0], 1), (rows[-1], 1)).row_height
        if height is not None or len(rows) == 1:
            return dict.fromkeys(rows, height or 0.0)
        middle = len(rows) // 2
        return self.heights(sheet, rows[:middle]) | self.heights(sheet, rows[middle:])

    def hide(self, sheet: xw.Sheet, rows: Iterable[int], *, hidden: bool) -> None:
        """Hide or show rows."""
        for first, last in runs(rows):
            sheet.range((first, 1), (last, 1)).rows.hidden = hidden

    def set_heights(self, sheet: xw.Sheet, heights: Mapping[int, float]) -> None:
        """Set the heights (points) of rows, neighbours of one height together."""
        for height in sorted(set(heights.values())):
            for first, last in runs(row for row, each in heights.items() if each == height):
                sheet.range((first, 1), (last, 1)).row_height = height


def _look(cell: xw.Range) -> Look:
    note = cell.note
    return Look(cell.color, None if note is None else note.text)


def _annotate(cell: xw.Range, text: str | None) -> None:
    note = cell.note
    if note is None and text:
        cell.add_note(text)
    elif note is not None and text:
        note.text = text
    elif note is not None:
        note.delete()
