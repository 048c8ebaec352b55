"""PDF export, the print area, and rows and columns that stay in view."""

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from xladdin.libreoffice import area as areas
from xladdin.libreoffice import runtime
from xladdin.libreoffice.area import of as area_of
from xladdin.libreoffice.area import parse
from xladdin.libreoffice.errors import LibreOfficeError, SaveError
from xladdin.libreoffice.remote import Remote, raw

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


_FILTER = "calc_pdf_Export"
_REDUCED = {"ReduceImageResolution": True, "MaxImageResolution": 150, "Quality": 70}


def export(
    document: Remote, path: str, quality: str | None = None, selection: Remote | None = None
) -> None:
    """Write a document, or some of its cells, as PDF; quality ``minimum`` makes it small."""
    data: dict[str, Any] = dict(_REDUCED) if quality == "minimum" else {}
    if selection is not None:
        data["Selection"] = raw(selection)
    typed = runtime.uno().Any("[]com.sun.star.beans.PropertyValue", runtime.properties(data))
    arguments = runtime.properties({"FilterName": _FILTER, "FilterData": typed})
    try:
        document.storeToURL(runtime.file_url(path), arguments)
    except LibreOfficeError as error:
        raise SaveError(f"cannot write {path}: {error}") from error


class PageSetup(base_classes.PageSetup):
    """The page of a sheet."""

    def __init__(self, sheet: "Sheet") -> None:
        """Take a sheet."""
        self._sheet = sheet

    @property
    def api(self) -> Remote:
        """The sheet in LibreOffice."""
        return self._sheet.xl

    @property
    def print_area(self) -> str | None:
        """The address of what is printed; None when it is everything."""
        areas = self._sheet.xl.getPrintAreas()
        return ",".join(area_of(area).address() for area in areas) or None

    @print_area.setter
    def print_area(self, address: str | None) -> None:
        areas = [parse(part) for part in (address or "").split(",") if part]
        if None in areas:
            raise ValueError(f"{address!r} is no address")
        position = self._sheet.position
        self._sheet.xl.setPrintAreas(tuple(area.remote(position) for area in areas if area))
