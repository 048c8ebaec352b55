"""Which files a command works on: files as named, folders and archives with all forms in them."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.batch.intake import Input, Listing
from generator.workbook.rejection import reject

__all__ = ["Gathered", "Input", "gather"]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files found, what was not taken, and arguments that are not there.

    ``passed_over`` counts lock files and system files; ``others`` names files of other kinds.
    """

    inputs: tuple[Input, ...]
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
            _take(listing, Input(path, path.name), named=True)
        else:
            missing.append(path)
    inputs, others = tuple(listing.inputs), tuple(listing.others)
    return Gathered(inputs, listing.passed_over, tuple(missing), others)


def _take(listing: Listing, found: Input, *, named: bool = False) -> None:
    """Add a file; what is no file (a pipe) can be read only once, and only when named."""
    if found.refusal is None and (found.path.is_file() or found.path.is_symlink()):
        listing.add(found, named=named)
    elif found.refusal is not None or named:
        listing.inputs.append(found)
    else:
        listing.others.append(found.file)


def _below(folder: Path) -> Iterator[Input]:
    """Yield the files below a folder, and folders that cannot be looked into as refused."""
    refused: list[Input] = []

    def unreadable(error: OSError) -> None:
        path = Path(error.filename)
        because = reject("FILE-UNREADABLE", reason=error.strerror or "").rejection
        refused.append(Input(path, path.relative_to(folder).as_posix(), refusal=because))

    walked = os.walk(folder, onerror=unreadable)
    paths = sorted(Path(parent, name) for parent, _, names in walked for name in names)
    yield from (Input(path, path.relative_to(folder).as_posix()) for path in paths)
    yield from refused
