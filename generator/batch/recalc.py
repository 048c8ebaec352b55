"""Recalculating returned workbooks: a copy each, one answer each, a report over all."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.batch.allowance import USUAL, Allowance
from generator.batch.examine import Examined, examine, unreachable
from generator.batch.inputs import Input
from generator.batch.journal import Journal
from generator.batch.outcome import Outcome
from generator.batch.outputs import below, copy_names
from generator.batch.parallel import Guard, in_order
from generator.batch.report import Gathered, write_review_book, write_review_page
from generator.batch.returns.issuer import Issuer
from generator.batch.send_back import copy_to_send_back
from generator.batch.unfinished import TRANSIENT, crashed, not_written, out_of_memory, timed_out
from generator.forms.findings import Severity
from generator.workbook.moment import issue_moment
from generator.workbook.package import save_atomically, whole_file
from generator.workbook.rejection import Rejected

RETURNS = "退回修改"
"""Folder of the copies to send back, below the output folder."""

REPORTS = {"复核报告.xlsx": write_review_book, "复核报告.html": write_review_page}


@dataclass(frozen=True, slots=True)
class Task:
    """One file to recalculate: where it is, and what its results are called below the folder."""

    source: Input
    target: str


@dataclass(frozen=True, slots=True)
class RecalcRun:
    """How a folder of returns is worked through."""

    folder: Path
    jobs: int | None = None
    scheduler: str | None = None
    resume: bool = False
    password: str | None = None
    issuer: Issuer | None = None
    allowance: Allowance = USUAL

    def outcomes(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Yield the answer to every file, in order, its copies written.

        Raises ``NoCluster`` where there is a scheduler that cannot be used.
        """
        journal = Journal(self.folder)
        if self.resume:
            journal.load()
        known = [self._is_done(journal.find(task.target, task.source), task) for task in tasks]
        todo = [task for task, done in zip(tasks, known, strict=True) if not done]
        work = partial(recalculate_file, self)
        fresh = in_order(work, todo, _guard(self.allowance), self.jobs, self.scheduler)
        whole = False
        try:
            for task, done in zip(tasks, known, strict=True):
                yield self._known(journal, task) if done else _noted(journal, task, next(fresh))
            whole = True
        finally:
            _close(fresh)
            journal.close(whole=whole)

    def _is_done(self, outcome: Outcome | None, task: Task) -> bool:
        """Tell whether an earlier answer stands and what was written with it is still there."""
        if outcome is None:
            return False
        copies = [below(self.folder, task.target)] if outcome.rejection is None else []
        if outcome.count(Severity.ERROR):
            copies.append(below(self.folder / RETURNS, task.target))
        return all(copy.exists() for copy in copies)

    def _known(self, journal: Journal, task: Task) -> Outcome:
        """Return the answer of a run before; a file that changed meanwhile is done after all."""
        return journal.find(task.target, task.source) or recalculate_file(self, task)


def _noted(journal: Journal, task: Task, outcome: Outcome) -> Outcome:
    """Write an answer into the journal where it is one for good."""
    if outcome.rejection is None or outcome.rejection.code not in TRANSIENT:
        journal.add(task.target, task.source, outcome)
    return outcome


def _close(fresh: Iterator[Outcome]) -> None:
    """End the workers now, not when somebody collects the garbage."""
    if isinstance(fresh, Generator):
        fresh.close()


def _guard(allowance: Allowance) -> Guard[Task, Outcome]:
    return Guard(
        partial(_late, allowance.seconds),
        partial(_too_large, allowance.memory),
        _crashed,
        allowance.seconds,
        allowance.memory,
    )


def _late(seconds: int, task: Task) -> Outcome:
    return timed_out(task.source, seconds)


def _too_large(memory: int, task: Task) -> Outcome:
    return out_of_memory(task.source, memory)


def _crashed(task: Task) -> Outcome:
    return crashed(task.source)


def tasks_for(inputs: Sequence[Input]) -> list[Task]:
    """Return the tasks for some inputs, their results' names made distinct."""
    names = copy_names([each.file for each in inputs])
    return [Task(each, name) for each, name in zip(inputs, names, strict=True)]


def targets(folder: Path, tasks: Sequence[Task]) -> Iterator[Path]:
    """Yield the files a run would write: the copies, and the reports over all."""
    for task in tasks:
        yield below(folder, task.target)
    yield from (folder / name for name in REPORTS)


def write_reports(folder: Path, gathered: Gathered) -> None:
    """Write the reports over a whole run, each file whole or not at all."""
    moment = issue_moment()
    for name, write in REPORTS.items():
        with whole_file(folder / name) as file:
            write(gathered, file, moment)


def recalculate_file(run: RecalcRun, task: Task) -> Outcome:
    """Recalculate one file into the folder of a run and return the answer to it.

    What the machine refuses (a full disk, no permission for the folder) is an answer too.
    """
    source, limits = task.source, run.allowance.limits
    examined = examine(source, source.file, limits, run.password, run.issuer)
    if examined.recalculation is None:
        return examined.outcome
    try:
        copy = examined.recalculation.to_bytes()
        answer = _answer(run, task, examined, copy)
    except Rejected as refused:
        return Outcome(source.file, refused.rejection)
    except OSError as error:  # the return itself has gone meanwhile
        return Outcome(source.file, unreachable(error))
    try:
        _save(copy, below(run.folder, task.target))
        if answer is not None:
            _save(answer, below(run.folder / RETURNS, task.target))
    except OSError as error:
        return not_written(source, error)
    return examined.outcome


def _answer(run: RecalcRun, task: Task, examined: Examined, copy: bytes) -> bytes | None:
    """Return the copy to send back, None where nothing in the return is an error."""
    if not examined.outcome.count(Severity.ERROR):
        return None
    return copy_to_send_back(task.source, examined, copy, run.password, run.allowance.limits)


def _save(data: bytes, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    save_atomically(data, path)
