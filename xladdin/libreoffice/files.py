"""File types: which filter of LibreOffice reads and writes which."""

from pathlib import Path
from typing import Any

from xladdin.libreoffice import runtime
from xladdin.libreoffice.errors import SaveError

_FILTERS = {
    ".xlsx": "Calc MS Excel 2007 XML",
    ".xlsm": "Calc MS Excel 2007 VBA XML",
    ".xlam": "Calc MS Excel 2007 VBA XML",
    ".xltx": "Calc MS Excel 2007 XML Template",
    ".xls": "MS Excel 97",
    ".ods": "calc8",
    ".csv": "Text - txt - csv (StarCalc)",
    ".html": "HTML (StarCalc)",
}
# Named when opening, too: LibreOffice does not know an .xlam by itself, and would take a broken
# .xlsx for text.
_NAMED_WHEN_OPENING = (".xlsx", ".xlsm", ".xlam")
_PACKAGES = (".xlsx", ".xlsm", ".xlam", ".xltx")
_NEVER, _UPDATE = 0, 3  # macros; links to other files


def saving(path: Path, password: str | None) -> dict[str, Any]:
    """Return how to store a file of this name."""
    try:
        arguments: dict[str, Any] = {"FilterName": _FILTERS[path.suffix.lower()]}
    except KeyError:
        known = ", ".join(_FILTERS)
        raise SaveError(f"cannot save {path.name}: the name must end in {known}") from None
    if password:
        arguments |= _encryption(path, password)
    return arguments | {"Overwrite": True}


def _encryption(path: Path, password: str) -> dict[str, Any]:
    """Return how to encrypt; for Excel's newer types ``Password`` alone would do nothing."""
    if path.suffix.lower() not in _PACKAGES:
        return {"Password": password}
    values = {"CryptoType": "Standard", "OOXPassword": password}
    name = "com.sun.star.beans.NamedValue"
    named = tuple(runtime.struct(name, *pair) for pair in values.items())
    return {"EncryptionData": runtime.uno().Any(f"[]{name}", named)}


def opening(
    path: Path, *, hidden: bool, read_only: bool, update_links: bool, password: str | None
) -> dict[str, Any]:
    """Return how to open a file; its macros never run."""
    arguments: dict[str, Any] = {
        "Hidden": hidden,
        "ReadOnly": read_only,
        "MacroExecutionMode": _NEVER,
        "UpdateDocMode": _UPDATE if update_links else _NEVER,
    }
    if path.suffix.lower() in _NAMED_WHEN_OPENING:
        arguments["FilterName"] = _FILTERS[path.suffix.lower()]
    if password:
        arguments["Password"] = password
    return arguments
