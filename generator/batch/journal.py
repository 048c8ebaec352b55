"""What a run has done so far, so that one cut short can go on where it stopped.

One line a finished file, flushed before the next begins; the journal goes when the run is whole.
"""

from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from pydantic import BaseModel, ValidationError

from generator.batch.inputs import Input
from generator.batch.outcome import Outcome

NAME = ".jixiao-progress.jsonl"

Key = tuple[str, int, int]
"""What a finished file is known by: the name of its copy, its size and change time (ns)."""


class _Line(BaseModel):
    target: str
    size: int
    changed: int
    outcome: Outcome


class Journal:
    """The journal of one output folder; finished answers stay on disk until they are asked for."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._file: BinaryIO | None = None
        self._starts: dict[Key, int] = {}

    def load(self) -> None:
        """Find what is finished; a torn last line is passed."""
        if not self._path.exists():
            return
        start = 0
        with self._path.open("rb") as file:
            for text in file:
                line = _line(text)
                if line is not None:
                    self._starts[line.target, line.size, line.changed] = start
                start += len(text)

    def find(self, target: str, source: Input) -> Outcome | None:
        """Return the answer to a file that is finished and unchanged, None for any other."""
        start = self._starts.get((target, *identity(source.path)))
        if start is None:
            return None
        with self._path.open("rb") as file:
            file.seek(start)
            line = _line(file.readline())
        return None if line is None else line.outcome

    def add(self, target: str, source: Input, outcome: Outcome) -> None:
        """Write down that a file is finished; where the disk refuses, it is simply done again."""
        size, changed = identity(source.path)
        line = _Line(target=target, size=size, changed=changed, outcome=outcome)
        with suppress(OSError):
            if self._file is None:
                self._file = self._opened()
            self._file.write(line.model_dump_json().encode() + b"\n")

    def close(self, *, whole: bool) -> None:
        """Let go of the journal; that of a run that is whole is removed."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
        if whole:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)

    def _opened(self) -> BinaryIO:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("ab", buffering=0)
        file.write(b"\n")  # ends a line torn by the end of the run before
        return file


def _line(text: bytes) -> _Line | None:
    try:
        return _Line.model_validate_json(text)
    except ValidationError:
        return None


def identity(path: Path) -> tuple[int, int]:
    """Return size and change time (ns) by which a file is known unchanged; (-1, -1) if gone."""
    try:
        state = path.stat()
    except OSError:
        return -1, -1
    return state.st_size, state.st_mtime_ns
