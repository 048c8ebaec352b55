"""Rows and columns that stay in view."""

from typing import TYPE_CHECKING

from xladdin.libreoffice import area as areas
from xladdin.libreoffice.errors import LibreOfficeError

if TYPE_CHECKING:
    from xladdin.libreoffice.sheet import Sheet


class FreezePanes:
    """Freezes the upper left part of a sheet."""

    def __init__(self, sheet: "Sheet") -> None:
        """Take a sheet."""
        self._sheet = sheet

    def freeze_at(self, frozen_range: str) -> None:
        """Keep these cells in view: ``A1:B2``, ``A:A`` or ``1:1``."""
        area = areas.parse(frozen_range)
        if area is None:
            raise ValueError(f"{frozen_range!r} is no address")
        columns = 0 if area.columns == self._sheet.last_column else area.right
        rows = 0 if area.rows == self._sheet.last_row else area.bottom
        self._freeze(columns, rows)

    def unfreeze(self) -> None:
        """Let everything move again."""
        self._freeze(0, 0)

    def _freeze(self, columns: int, rows: int) -> None:
        """LibreOffice freezes the active sheet; the one that was active is so again afterwards."""
        if self._sheet.book.app.hidden:
            raise LibreOfficeError("LibreOffice freezes panes only in a window")
        controller = self._sheet.book.controller
        active = controller.ActiveSheet
        controller.setActiveSheet(self._sheet.xl)
        controller.freezeAtPosition(columns, rows)
        controller.setActiveSheet(active)
