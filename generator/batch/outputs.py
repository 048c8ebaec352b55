"""Where results go: names that do not clash, and nothing overwritten unasked."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath


class WouldOverwrite(Exception):  # noqa: N818  (an answer about the folder, not a program error)
    """Some outputs are there already; ``paths`` says which."""

    def __init__(self, paths: list[Path]) -> None:
        super().__init__(paths)
        self.paths = paths


def refuse_overwriting(paths: Iterable[Path], *, force: bool) -> None:
    """Raise ``WouldOverwrite`` where outputs exist and ``force`` was not given."""
    there = [] if force else [path for path in paths if path.exists()]
    if there:
        raise WouldOverwrite(there)


def below(folder: Path, file: str) -> Path:
    """Return where a result for an input goes below an output folder, never above it."""
    parts = [part for part in PurePosixPath(file).parts if part not in ("..", "/")]
    return folder.joinpath(*(part.replace("!", "_") for part in parts))
