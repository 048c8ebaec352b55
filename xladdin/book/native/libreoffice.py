"""LibreOffice Calc, through the bulk calls of our engine; it keeps a sheet's options by itself.

The engine is imported late: it needs an installed LibreOffice.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import xlwings as xw

from generator.workbook.sheet.address import Position
from xladdin.book.native.program import Look, Program


class LibreOffice(Program):
    """LibreOffice Calc."""

    def is_protected(self, sheet: xw.Sheet) -> bool:
        """Tell whether the sheet is protected."""
        from xladdin.libreoffice import is_protected

        return is_protected(sheet)

    def open(self, sheet: xw.Sheet, password: str) -> Any | None:
        """Open the sheet and return its options; ``None`` where the password does not fit."""
        from xladdin.libreoffice import PasswordError, unprotect

        try:
            unprotect(sheet, password)
        except PasswordError:
            return None
        return {}

    def close(self, sheet: xw.Sheet, password: str, options: Any) -> None:
        """Protect the sheet again with the same password and options, usual ones for ``None``."""
        from xladdin.libreoffice import protect

        protect(sheet, password)

    def looks(self, sheet: xw.Sheet, cells: Iterable[Position]) -> dict[Position, Look]:
        """Return how some cells look: few questions for all colours, some for each note."""
        from xladdin.libreoffice import cell_colors, read_notes

        wanted = list(cells)
        notes = read_notes(sheet, wanted)
        return {at: Look(rgb, notes.get(at)) for at, rgb in cell_colors(sheet, wanted).items()}

    def dress(self, sheet: xw.Sheet, wanted: Mapping[Position, Look]) -> None:
        """Give cells their look: one write for each colour, one for each note."""
        from xladdin.libreoffice import paint_cells, write_notes

        paint_cells(sheet, {at: look.colour for at, look in wanted.items()})
        write_notes(sheet, {at: look.note for at, look in wanted.items()})

    def hidden_rows(self, sheet: xw.Sheet, rows: range) -> set[int]:
        """Return which of some neighbouring rows are hidden."""
        from xladdin.libreoffice import hidden_rows

        if not rows:
            return set()
        return set(hidden_rows(sheet, rows[0], rows[-1]))

    def heights(self, sheet: xw.Sheet, rows: range) -> dict[int, float]:
        """Return the heights of some rows; asking for many at once costs more there."""
        return {row: sheet.range((row, 1)).row_height or 0.0 for row in rows}
