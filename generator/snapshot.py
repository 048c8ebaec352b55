"""Data files as read and checked, kept from one run to the next, as Python keeps what it compiled.

To read and check the YAML a review needs takes longer than the review.  What was read is kept in
the user's cache folder and used again while the files, the code that reads them and the versions
are the same.  Whatever is wrong with a snapshot, or with the folder, the files are simply read.
"""

import os
import pickle
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING, Any, TypeVar

from generator import __version__

if TYPE_CHECKING:
    from jinja2 import BytecodeCache

VARIABLE = "JIXIAO_CACHE"
"""Environment variable that names another folder; empty: nothing is kept."""

_DIGEST = 16  # bytes of the digest a snapshot begins with
_CHECK = 4  # bytes of the checksum that follows it
_OTHERS_WRITE = 0o022

Data = TypeVar("Data")


def kept(name: str, sources: Sequence[Path], read: Callable[..., Data], *given: object) -> Data:
    """Return what ``read`` makes of what is given, from its snapshot where that holds.

    It holds while the files and folders ``sources`` are the same, and the code that lies beside
    ``read`` and beside the classes given.  Raises what ``read`` raises.
    """
    folder = snapshot_folder()
    if folder is None:
        return read(*given)
    path, digest = folder / f"{name}.snapshot", _digest([*sources, *_code(read, *given)])
    with suppress(Exception):  # no snapshot, an old or a damaged one
        found: Data = _loaded(path, digest)
        return found
    data = read(*given)
    with suppress(OSError, pickle.PicklingError):
        _save(path, digest, pickle.dumps(data, pickle.HIGHEST_PROTOCOL))
    return data


@cache
def snapshot_folder() -> Path | None:
    """Return where the snapshots of this installation lie, ``None`` where none may be kept.

    A snapshot is loaded like code: it is as trusted as its folder, which must be this user's own
    and nobody else's to write to.
    """
    with suppress(OSError, RuntimeError):
        above = _named_folder()
        if above is not None:
            folder = above / _installation()
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _is_ours(above) and _is_ours(folder):
                return folder
    return None


def _installation() -> str:
    """Return what tells installations of one user apart: they would undo each other's work."""
    place = zlib.crc32(str(Path(__file__).parent).encode(errors="surrogateescape"))
    return f"{__version__}-{sys.implementation.cache_tag}-{place:08x}"


def _is_ours(folder: Path) -> bool:
    if os.name == "nt":  # the user's own folders are closed to others there
        return True
    state = folder.stat()
    return state.st_uid == os.getuid() and not state.st_mode & _OTHERS_WRITE


def compiled_templates() -> "BytecodeCache | None":
    """Return what keeps templates compiled, for an ``Environment`` of Jinja, where that can be."""
    from jinja2 import FileSystemBytecodeCache

    folder = snapshot_folder()
    return None if folder is None else FileSystemBytecodeCache(str(folder), "template-%s.snapshot")


def _named_folder() -> Path | None:
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named else None
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "jixiao"


def _code(*things: object) -> Iterator[Path]:
    """Yield the folders of the modules that functions and classes are from."""
    for thing in things:
        if isinstance(thing, FunctionType | type):
            yield Path(sys.modules[thing.__module__].__file__ or "").parent


def _digest(paths: Sequence[Path]) -> bytes:
    """Return what a snapshot must begin with: the versions, and the state of files and code."""
    state = blake2b(f"{__version__} {sys.version}".encode(), digest_size=_DIGEST)
    for path in paths:
        for line in _state(path):
            state.update(line)
    return state.digest()


def _state(path: Path) -> Iterator[bytes]:
    """Yield name, size and time of change of a file, or of every file in a folder."""
    if path.is_dir():
        with os.scandir(path) as entries:
            files = sorted((entry.path, entry.stat()) for entry in entries if entry.is_file())
    else:
        files = [(str(path), path.stat())]
    for name, stat in files:
        yield f"{name}|{stat.st_size}|{stat.st_mtime_ns}\n".encode(errors="surrogateescape")


def _loaded(path: Path, digest: bytes) -> Any:
    kept = path.read_bytes()
    body = kept[_DIGEST + _CHECK :]
    if kept[:_DIGEST] != digest or kept[_DIGEST : _DIGEST + _CHECK] != _checksum(body):
        raise ValueError(path)
    return pickle.loads(body)


def _save(path: Path, digest: bytes, body: bytes) -> None:
    """Write a snapshot beside and rename it; one torn by a power cut fails its checksum."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    beside.write_bytes(digest + _checksum(body) + body)
    beside.replace(path)


def _checksum(body: bytes) -> bytes:
    return zlib.crc32(body).to_bytes(_CHECK, "big")
