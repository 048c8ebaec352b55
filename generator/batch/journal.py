"""What a run has done so far, so that one cut short can go on where it stopped.

One line a finished file, flushed before the next begins; the journal goes when the run is whole.
"""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from generator.batch.inputs import Input
from generator.batch.outcome import Outcome

NAME = ".jixiao-progress.jsonl"


class _Line(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=False)

    target: str
    size: int
    changed: int
    outcome: Outcome


class Journal:
    """The journal of one output folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def done(self) -> dict[tuple[str, int, int], Outcome]:
        """Return finished outcomes by (target, size, change time); a torn last line is passed."""
        if not self._path.exists():
            return {}
        finished = {}
        for text in self._path.read_text(encoding="utf-8").splitlines():
            try:
                line = _Line.model_validate_json(text)
            except ValidationError:
                continue
            finished[line.target, line.size, line.changed] = line.outcome
        return finished

    def add(self, target: str, source: Input, outcome: Outcome) -> None:
        """Write down that a file is finished."""
        size, changed = identity(source.path)
        line = _Line(target=target, size=size, changed=changed, outcome=outcome)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(line.model_dump_json() + "\n")

    def close(self) -> None:
        """Remove the journal of a run that is whole."""
        self._path.unlink(missing_ok=True)


def identity(path: Path) -> tuple[int, int]:
    """Return size and change time (ns) by which a file is known unchanged; (-1, -1) if gone."""
    try:
        state = path.stat()
    except OSError:
        return -1, -1
    return state.st_size, state.st_mtime_ns
