"""How much an input may be before it is refused, and its bytes read within that, once."""

from pathlib import Path

from msgspec import Struct

from generator.workbook.rejection import Rejected, reject

_MB = 1024 * 1024


class Limits(Struct, frozen=True):
    """Upper bounds, each inclusive; sizes in bytes, everything else counted.

    ``inflated`` is the sum over all members, ``xml_depth`` the nesting of elements no part of
    ours knows, ``rows`` and ``cells`` hold for one sheet, ``strings`` for the shared strings;
    ``foreign_*`` bound the child process that reads formats other than .xlsx.
    """

    file_size: int = 20 * _MB
    members: int = 200
    inflated: int = 100 * _MB
    rows: int = 200_000
    cells: int = 200_000
    merges: int = 2_000
    strings: int = 200_000
    defined_names: int = 5_000
    xml_depth: int = 64
    foreign_memory: int = 1024 * _MB
    foreign_seconds: int = 20


DEFAULT = Limits()


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
