"""What a run has done so far, so that one cut short can go on where it stopped.

One line a finished file, written once its results are in their places; the journal goes when the
reports over the run are written.
"""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from generator.batch.inputs import Input
from generator.batch.outcome import Outcome
from generator.batch.packed import packed, unpacked

NAME = ".jixiao-progress.jsonl"

Key = tuple[str, int, int]
"""What a finished file is known by: the name of its copy, its size and change time (ns)."""


class Done(NamedTuple):
    """A file that is finished: what its copy is called, itself, and the answer to it."""

    target: str
    source: Input
    outcome: Outcome


class _Line(NamedTuple):
    key: Key
    outcome: Outcome


class Journal:
    """The journal of one output folder; finished answers stay on disk until they are asked for.

    ``settings`` tell runs apart that would answer a file differently: one does not go on with
    what the other has done.  Without ``resume`` what a run before has left is dropped.
    """

    def __init__(self, folder: Path, settings: str, *, resume: bool) -> None:
        self._path, self._settings = folder / NAME, settings
        self._file: BinaryIO | None = None
        self._starts: dict[Key, int] = {}
        self._goes_on = resume and self._load()

    def find(self, target: str, source: Input) -> Outcome | None:
        """Return the answer to a file that is finished and unchanged, None for any other."""
        start = self._starts.get((target, *identity(source.place)))
        if start is None:
            return None
        with self._path.open("rb") as file:
            file.seek(start)
            line = _line(file.readline())
        return None if line is None else line.outcome

    def add(self, finished: Iterable[Done]) -> None:
        """Write down which files are finished; where the disk refuses, they are done again."""
        lines = b"".join(_text(each) for each in finished)
        with suppress(OSError):
            if self._file is None:
                self._file = self._opened()
            self._file.write(lines)

    def close(self) -> None:
        """Let go of the journal, which stays where it is."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()

    def _load(self) -> bool:
        """Find what is finished; tell whether the run can go on.  A torn line is passed."""
        if not self._path.exists():
            return False
        with self._path.open("rb") as file:
            start = len(first := file.readline())
            if first != self._heading():
                return False
            for text in file:
                line = _line(text)
                if line is not None:
                    self._starts[line.key] = start
                start += len(text)
        return True

    def _opened(self) -> BinaryIO:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("ab" if self._goes_on else "wb", buffering=0)
        # a line end first: the last line may be torn by the end of the run before
        file.write(b"\n" if self._goes_on else self._heading())
        return file

    def _heading(self) -> bytes:
        return _json({"settings": self._settings})


def remove_journal(folder: Path) -> None:
    """Remove the journal of a run that has nothing left to do."""
    with suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)


def _text(done: Done) -> bytes:
    return _json([done.target, *identity(done.source.place), packed(done.outcome)])


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def _line(text: bytes) -> _Line | None:
    try:
        target, size, changed, data = json.loads(text)
        return _Line((str(target), int(size), int(changed)), unpacked(data))
    except (TypeError, ValueError, LookupError, ArithmeticError):
        return None


def identity(place: str) -> tuple[int, int]:
    """Return size and change time (ns) by which a file is known unchanged; (-1, -1) if gone."""
    try:
        state = os.stat(place)  # noqa: PTH116  (a plain path: thousands of them)
    except OSError:
        return -1, -1
    return state.st_size, state.st_mtime_ns
