"""Records kept on disk: however many there are, memory stays as it is."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Self

_LENGTH = 4  # bytes before each record that say how long it is


class Spool:
    """Records of bytes in the order they were added; a context manager that leaves nothing behind.

    The temporary file lies in ``folder`` where that has more room than the system's place for
    such.  A full disk raises ``OSError`` from :meth:`add`.  Readers may alternate.
    """

    def __init__(self, folder: Path | None = None) -> None:
        place = _roomier(folder, Path(tempfile.gettempdir()))
        self._file = tempfile.TemporaryFile(dir=place, prefix=".jixiao-")  # noqa: SIM115

    def add(self, record: bytes) -> int:
        """Keep one more record; return its place, by which it can be read again."""
        place = self._file.seek(0, 2)
        self._file.write(len(record).to_bytes(_LENGTH) + record)
        return place

    def at(self, place: int) -> bytes:
        """Return the record at a place :meth:`add` gave."""
        self._file.seek(place)
        return self._file.read(int.from_bytes(self._file.read(_LENGTH)))

    def __iter__(self) -> Iterator[bytes]:
        """Yield every record, in the order added."""
        place, end = 0, self._file.seek(0, 2)
        while place < end:
            record = self.at(place)
            yield record
            place += _LENGTH + len(record)

    def close(self) -> None:
        """Let the records go."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _roomier(folder: Path | None, usual: Path) -> Path:
    """Return the folder with more room; where that cannot be told, the usual one."""
    try:
        if folder is not None and _room(folder) > _room(usual):
            return folder
    except OSError:
        pass
    return usual


def _room(folder: Path) -> int:
    return shutil.disk_usage(folder).free
