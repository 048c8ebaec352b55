"""Which files a command works on: files as named, folders and archives with all forms in them."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from generator.batch.intake import Input, Listing
from generator.batch.system_errors import unread_because
from generator.workbook.rejection import reject

__all__ = ["Gathered", "Input", "gather"]


class Gathered(Struct, frozen=True):
    """The files found, what was not taken, and arguments that are not there.

    ``passed_over`` counts lock files, system files and our own reports; ``others`` names files of
    other kinds.
    """

    inputs: Sequence[Input]
    passed_over: int
    missing: tuple[Path, ...]
    others: tuple[str, ...] = ()


def gather(paths: Iterable[Path]) -> Gathered:
    """Return what is to be worked on, in the order given and sorted below each folder."""
    listing = Listing()
    missing: list[Path] = []
    for path in paths:
        if path.is_dir():
            for found in _below(path):
                _take(listing, found)
        elif path.exists():
            _take(listing, Input(str(path), path.name), named=True)
        else:
            missing.append(path)
    return Gathered(listing.inputs, listing.passed_over, tuple(missing), tuple(listing.others))


def _take(listing: Listing, found: Input, *, named: bool = False) -> None:
    """Add a file; what is no file (a pipe) can be read only once, and only when named."""
    is_file = os.path.isfile(found.place) or os.path.islink(found.place)  # noqa: PTH113, PTH114
    if found.refusal is None and is_file:
        listing.add(found, named=named)
    elif found.refusal is not None or named:
        listing.inputs.append(found)
    else:
        listing.others.append(found.file)


def _below(folder: Path) -> Iterator[Input]:
    """Yield the files below a folder, and folders that cannot be looked into as refused."""
    refused: list[Input] = []
    yield from _files(str(folder), "", refused)
    yield from refused


def _files(folder: str, path: str, refused: list[Input]) -> Iterator[Input]:
    """Yield the files of a folder in the order of their names, those of folders in it among them.

    ``path`` is the folder's own below the one given, with a ``/`` at its end.  Links to folders
    are not followed.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        because = reject("FILE-UNREADABLE", reason=unread_because(error)).rejection
        refused.append(Input(folder, path.rstrip("/") or ".", refusal=because))
        return
    for entry in entries:
        if not _is_folder(entry):
            yield Input(entry.path, path + entry.name)
        elif not entry.is_symlink():
            yield from _files(entry.path, f"{path}{entry.name}/", refused)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # what it is will be said where it is read
        return False
