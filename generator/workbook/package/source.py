"""The bytes of an input: read once, never more than allowed, never opened for writing."""

from pathlib import Path

from generator.workbook.package.limits import Limits
from generator.workbook.rejection import Rejected, reject


def read_source(source: Path | bytes, limits: Limits) -> bytes:
    """Return the content of a file (or the bytes given); raise ``Rejected`` if it is too big."""
    data = _read(source, limits.file_size + 1) if isinstance(source, Path) else source
    if len(data) > limits.file_size:
        raise reject("PKG-TOO-BIG", limit=limits.file_size // 1024 // 1024)
    return data


def _read(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise _refusal(error) from error


def _refusal(error: OSError) -> Rejected:
    if isinstance(error, FileNotFoundError):
        return reject("PKG-MISSING")
    if isinstance(error, PermissionError):
        return reject("PKG-NO-PERMISSION")
    return reject("PKG-UNREADABLE")
