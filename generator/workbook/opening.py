"""Opening a workbook whatever it was saved as: told by its content, never by its extension."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from generator.workbook.package import Limits, Package
from generator.workbook.package.limits import read_source
from generator.workbook.rejection import Rejected

FORMATS: Mapping[str, str] = {
    "PKG-OLD-XLS": ".xls（旧版 Excel 或 WPS）",
    "PKG-XLSB": ".xlsb",
    "PKG-OPEN-DOCUMENT": ".ods",
}
"""What a package is told to be instead of an .xlsx, and how staff know that format."""


class Opened(Struct, frozen=True):
    """A package, and the format its values were taken from (``None``: it is the file itself)."""

    package: Package
    foreign: str | None = None


def open_workbook(source: Path | bytes, limits: Limits, password: str | None = None) -> Opened:
    """Open a workbook within limits; a password is tried only where the file asks for one.

    Raises ``Rejected`` for anything that cannot be opened, PKG-WRONG-PASSWORD among them.
    """
    data = read_source(source, limits)
    try:
        return _plain(data, limits, password)
    except Rejected as refused:
        if refused.rejection.code != "PKG-ENCRYPTED":
            raise
    from generator.workbook.foreign import decrypted  # late: rarely needed, as below

    return _plain(decrypted(data, password, limits), limits, password)


def _plain(data: bytes, limits: Limits, password: str | None) -> Opened:
    try:
        return Opened(Package.open(data, limits))
    except Rejected as refused:
        code = refused.rejection.code
        if code not in FORMATS:
            raise
    from generator.workbook.foreign import as_xlsx

    return Opened(Package.open(as_xlsx(data, limits, password), limits), FORMATS[code])
