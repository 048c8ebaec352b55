"""Writing a file whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_PREFIX = ".jixiao-"
"""What the name of a file not yet in its place begins with; no user need ever hear of it."""


def save_atomically(data: bytes, path: Path) -> None:
    """Write ``data`` to ``path`` as :func:`whole_file` does."""
    with whole_file(path) as file:
        file.write(data)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file to write: beside ``path``, synced and renamed into place when all is written.

    Raises ``OSError`` (a full disk, no permission) that names ``path``; whatever stood there is
    then unharmed and nothing is left behind.  The file gets the permissions a plainly written one
    would have.
    """
    try:
        with _beside(path) as file:
            yield file
    except OSError as error:
        if _PREFIX in str(error.filename or ""):
            error.filename, error.filename2 = str(path), None
        raise


@contextmanager
def _beside(path: Path) -> Iterator[BinaryIO]:
    """Open a file of another name beside ``path``; it takes its place when all is written."""
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(path.parent)


def _mode(path: Path) -> int:
    """Return the mode of the file replaced, or what the umask leaves of 0666 for a new one."""
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Make the renaming itself last, where the system lets a folder be opened (not Windows)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
