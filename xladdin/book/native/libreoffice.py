"""LibreOffice Calc, through the helpers of our engine; it keeps a sheet's options by itself."""

from collections.abc import Mapping
from typing import Any

import xlwings as xw

from generator.workbook.sheet.address import Position
from xladdin.book.native.program import Program


class LibreOffice(Program):
    """LibreOffice Calc.  The engine is imported late: it needs an installed LibreOffice."""

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
        """Protect the sheet again with the same password and options."""
        from xladdin.libreoffice import protect

        protect(sheet, password)

    def annotate(self, sheet: xw.Sheet, texts: Mapping[Position, str | None]) -> None:
        """Give cells their notes, and take them away (``None``)."""
        from xladdin.libreoffice import clear_notes, write_notes

        for cell, text in texts.items():
            if text is None:
                clear_notes(sheet.range(cell))
        write_notes(sheet, {cell: text for cell, text in texts.items() if text})

    def hidden_rows(self, sheet: xw.Sheet, rows: range) -> set[int]:
        """Return which of some neighbouring rows are hidden."""
        from xladdin.libreoffice import hidden_rows

        if not rows:
            return set()
        return set(hidden_rows(sheet, rows[0], rows[-1]))

    def heights(self, sheet: xw.Sheet, rows: range) -> dict[int, float]:
        """Return the heights of some rows; asking for many at once costs more there."""
        return {row: sheet.range((row, 1)).row_height or 0.0 for row in rows}
