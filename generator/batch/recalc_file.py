"""Recalculating one file: its answer, and its results as drafts to be made good later."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from generator.batch.drafts import Draft, write_draft
from generator.batch.examine import Examined, examine, not_written, unreachable
from generator.batch.inputs import Input
from generator.batch.made_anew import MadeAnew
from generator.batch.outcome import Outcome
from generator.batch.outputs import below, copy_names
from generator.batch.returns.issuer import Issuer
from generator.batch.send_back import copy_to_send_back, copy_to_send_back_again
from generator.forms.findings import Severity
from generator.workbook.package import Limits
from generator.workbook.rejection import Rejected


class Task(NamedTuple):
    """One file to recalculate: where it is, and what its results are called below the folder."""

    source: Input
    target: str


class Tasks(MadeAnew[Task]):
    """The tasks for some inputs; ``renamed`` are the results not called as their inputs are."""

    def __init__(self, inputs: Sequence[Input], renamed: Mapping[int, str]) -> None:
        self.inputs, self._renamed = inputs, renamed

    def __len__(self) -> int:
        return len(self.inputs)

    def _made(self, number: int) -> Task:
        source = self.inputs[number]
        return Task(source, self._renamed.get(number, source.file))


def tasks_for(inputs: Sequence[Input]) -> Tasks:
    """Return the tasks for some inputs, their results' names made distinct."""
    files = [each.file for each in inputs]
    names = enumerate(zip(files, copy_names(files), strict=True))
    return Tasks(inputs, {number: name for number, (file, name) in names if name != file})


RETURNS = "退回修改"
"""Folder of the copies to send back, below the output folder."""


class Answered(NamedTuple):
    """The answer to a file, and its results, which hold once they are made good."""

    outcome: Outcome
    drafts: tuple[Draft, ...] = ()


class FileWork(Struct, frozen=True):
    """How each file is worked on; small enough to be handed to any worker."""

    folder: Path
    limits: Limits
    password: str | None = None
    issuer: Issuer | None = None

    def __call__(self, task: Task) -> Answered:
        """Recalculate one file and return the answer to it.

        What the machine refuses (a full disk, no permission for the folder) is an answer too.
        """
        source = task.source
        examined = examine(source, source.file, self.limits, self.password, self.issuer)
        if examined.recalculation is None:
            return Answered(examined.outcome)
        try:
            copy = examined.recalculation.to_bytes()
            back = self._copy_to_send_back(source, examined, copy)
        except Rejected as refused:
            return Answered(Outcome(source.file, refused.rejection))
        except OSError as error:  # the return itself has gone meanwhile
            return Answered(Outcome(source.file, unreachable(error)))
        results = [(copy, self.copy_of(task))]
        if back is not None:
            results.append((back, self.sent_back(task)))
        return self._drafted(task, examined.outcome, results)

    def again(self, task: Task, outcome: Outcome) -> Answered:
        """Write the copy to send back of an older return anew: its answer has more in it now."""
        if outcome.superseded_by is None or not outcome.count(Severity.ERROR):
            return Answered(outcome)
        try:
            copy = copy_to_send_back_again(
                task.source, outcome, self.copy_of(task), self.password, self.limits
            )
        except Rejected as refused:
            return Answered(Outcome(outcome.file, refused.rejection))
        except OSError as error:
            return Answered(Outcome(outcome.file, unreachable(error)))
        return self._drafted(task, outcome, [(copy, self.sent_back(task))])

    def results(self, task: Task, outcome: Outcome) -> Iterator[Path]:
        """Yield the files that are written along with an answer."""
        if outcome.rejection is None:
            yield self.copy_of(task)
        if outcome.count(Severity.ERROR):
            yield self.sent_back(task)

    def copy_of(self, task: Task) -> Path:
        """Return where the recalculated copy goes."""
        return below(self.folder, task.target)

    def sent_back(self, task: Task) -> Path:
        """Return where the copy to send back goes."""
        return below(self.folder / RETURNS, task.target)

    def _copy_to_send_back(self, source: Input, examined: Examined, copy: bytes) -> bytes | None:
        """Return the copy to send back, None where nothing in the return is an error."""
        if not examined.outcome.count(Severity.ERROR):
            return None
        return copy_to_send_back(source, examined, copy, self.password, self.limits)

    def _drafted(self, task: Task, outcome: Outcome, results: list[tuple[bytes, Path]]) -> Answered:
        try:
            drafts = [write_draft(data, self.folder, path) for data, path in results]
        except OSError as error:
            return Answered(not_written(task.source, error))
        return Answered(outcome, tuple(drafts))
