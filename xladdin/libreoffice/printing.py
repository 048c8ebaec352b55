"""PDF export and the print area."""

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from xladdin.libreoffice import runtime
from xladdin.libreoffice.area import of as area_of
from xladdin.libreoffice.area import parse
from xladdin.libreoffice.errors import LibreOfficeError, SaveError
from xladdin.libreoffice.remote import Remote, raw

if TYPE_CHECKING:
    from xladdin.libreoffice.sheet import Sheet

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
