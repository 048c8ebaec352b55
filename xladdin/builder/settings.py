"""The add-in's own sheet: the only place its VBA takes settings from."""

import zipfile
import zlib
from pathlib import Path
from xml.etree import ElementTree

from msgspec import Struct

from generator import __version__
from xladdin.wording import texts

SHEET = "jixiao.conf"
"""The sheet's name, which the VBA knows too."""

PART = "xl/worksheets/sheet1.xml"

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,  # encrypted, or packed in a way Python does not know
    ElementTree.ParseError,
    KeyError,
    ValueError,
)


class NotOurs(ValueError):  # noqa: N818  (an answer about the file, not a program error)
    """The file is no add-in of this product, or broken."""


class AddinSettings(Struct, frozen=True):
    """What an add-in was built with: its version, the Python it runs ("" for none yet)."""

    version: str = __version__
    interpreter: str = ""

    def rows(self) -> dict[str, str]:
        """Return the rows of the sheet: these settings and what Excel says without Python."""
        return {"version": self.version, "interpreter": self.interpreter, **texts().excel}


def read_settings(path: Path) -> AddinSettings:
    """Return what an add-in file was built with.

    Raises ``NotOurs`` where it is none of ours, ``OSError`` where it cannot be read.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            sheet = ElementTree.fromstring(packed.read(PART))
        rows = dict(_row(row) for row in sheet.iter(f"{_MAIN}row"))
        return AddinSettings(rows["version"], rows["interpreter"])
    except _BROKEN:
        raise NotOurs(path) from None


def _row(row: ElementTree.Element) -> tuple[str, str]:
    key, value = (text.text or "" for text in row.iter(f"{_MAIN}t"))
    return key, value
