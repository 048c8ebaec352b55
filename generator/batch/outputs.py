"""Where results go: names that do not clash, and nothing overwritten unasked."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from generator.batch.filenames import SUFFIX, distinct
from generator.batch.intake.kinds import ARCHIVES

_PATCHED = frozenset({".xlsx", ".xlsm"})
"""Extensions under which what we write opens."""


class WouldOverwrite(Exception):  # noqa: N818  (an answer about the folder, not a program error)
    """Some outputs are there already; ``paths`` says which."""

    def __init__(self, paths: list[Path]) -> None:
        super().__init__(paths)
        self.paths = paths


class WouldSpoil(WouldOverwrite):
    """Some outputs are inputs as well, which are never written to."""


def refuse_overwriting(paths: Iterable[Path], *, force: bool) -> None:
    """Raise ``WouldOverwrite`` where outputs exist and ``force`` was not given."""
    there = [] if force else [path for path in paths if path.exists()]
    if there:
        raise WouldOverwrite(there)


def refuse_spoiling(outputs: Iterable[Path], inputs: Iterable[str | Path]) -> None:
    """Raise ``WouldSpoil`` where an output would take the place of an input, under any name.

    Links and other spellings of a path are told by the file they lead to.
    """
    there = {_identity(path): path for path in outputs if path.exists()}
    there.pop(None, None)
    if there and (spoilt := [there[each] for each in map(_identity, inputs) if each in there]):
        raise WouldSpoil(spoilt)


def _identity(path: str | Path) -> tuple[int, int] | None:
    """Return what tells a file from all others, ``None`` where it cannot be looked at."""
    try:
        found = os.stat(path)  # noqa: PTH116  (tens of thousands: a ``Path`` each takes its time)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def copy_names(files: Sequence[str]) -> list[str]:
    """Return what the recalculated copies of some files are called, all names distinct.

    A copy keeps its name where that is an .xlsx's; such names go before those that become one.
    """
    wanted = [_copy_name(file) for file in files]
    kept_first = sorted(range(len(files)), key=lambda number: wanted[number] != files[number])
    names = distinct(wanted[number] for number in kept_first)
    for number, name in zip(kept_first, names, strict=True):
        wanted[number] = name
    return wanted


def _copy_name(file: str) -> str:
    suffix = PurePosixPath(file).suffix.lower()
    if suffix in _PATCHED or suffix in ARCHIVES - {".zip"}:
        return file
    return (file.removesuffix(file[-len(suffix) :]) if suffix else file) + SUFFIX


def below(folder: Path, file: str) -> Path:
    """Return where a result for an input goes below an output folder, never above it."""
    parts = [part for part in PurePosixPath(file).parts if part not in ("..", "/")]
    return folder.joinpath(*(part.replace("!", "_") for part in parts))
