"""Where LibreOffice is installed."""

import os
import shutil
from pathlib import Path

from xladdin.libreoffice.errors import NotAvailableError

VARIABLE = "LIBREOFFICE"
_COMMANDS = ("soffice", "libreoffice")
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)


def find(executable: str | Path | None = None) -> Path:
    """Return the program to start: the one given, ``$LIBREOFFICE``, or the one installed.

    On Linux ``soffice`` is a script around ``soffice.bin``; the latter is returned, so that the
    process started is the process that runs.
    """
    named = executable or os.environ.get(VARIABLE)
    if named:
        return _program(Path(named))
    found = next(filter(None, map(shutil.which, _COMMANDS)), None)
    for place in (found, *_PLACES):
        if place and Path(place).is_file():
            return _program(Path(place))
    raise NotAvailableError("LibreOffice (soffice) is not installed, or not where it usually is")


def why_unavailable() -> str | None:
    """Return why LibreOffice cannot be started here, or None when it can."""
    try:
        find()
    except NotAvailableError as error:
        return str(error)
    return None


def _program(path: Path) -> Path:
    if not path.is_file():
        raise NotAvailableError(f"there is no LibreOffice at {path}")
    binary = path.resolve().with_name("soffice.bin")
    return binary if binary.is_file() else path
