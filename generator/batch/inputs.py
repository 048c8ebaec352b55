"""Which files a command works on: files as named, folders with all forms below them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".et", ".zip"})
"""What is taken from a folder; a file named outright is always taken."""

_LOCK_PREFIXES = ("~$", ".~", "._")
_SYSTEM = frozenset({"thumbs.db", "desktop.ini", ".ds_store", "__macosx"})


@dataclass(frozen=True, slots=True)
class Input:
    """A file to work on; ``file`` is its path below the argument given, with ``/``."""

    path: Path
    file: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files found, how many were passed over, and arguments that are not there."""

    inputs: tuple[Input, ...]
    passed_over: int
    missing: tuple[Path, ...]


def gather(paths: Iterable[Path]) -> Gathered:
    """Return what is to be worked on, in the order given and sorted below each folder.

    Lock files (``~$…``) and system files are passed over and counted.
    """
    inputs: list[Input] = []
    missing: list[Path] = []
    passed_over = 0
    for path in paths:
        if path.is_dir():
            found = list(_below(path))
            taken = [each for each in found if not _is_noise(each.path)]
            passed_over += len(found) - len(taken)
            inputs += [each for each in taken if each.path.suffix.lower() in WORKBOOKS]
        elif path.exists():
            inputs.append(Input(path, path.name))
        else:
            missing.append(path)
    return Gathered(tuple(inputs), passed_over, tuple(missing))


def _below(folder: Path) -> Iterator[Input]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield Input(path, path.relative_to(folder).as_posix())


def _is_noise(path: Path) -> bool:
    return path.name.startswith(_LOCK_PREFIXES) or path.name.lower() in _SYSTEM
