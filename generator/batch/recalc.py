"""Recalculating returned workbooks: a copy each, one answer each, a report over all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.batch.examine import examine
from generator.batch.filenames import distinct
from generator.batch.inputs import Input
from generator.batch.journal import Journal, identity
from generator.batch.outcome import Outcome
from generator.batch.outputs import below
from generator.batch.parallel import in_order
from generator.batch.report import Gathered, return_copy, write_review_book, write_review_page
from generator.forms.findings import Severity
from generator.workbook.encrypted import open_package
from generator.workbook.package import Limits, save_atomically, whole_file
from generator.workbook.rejection import Rejected
from generator.workbook.writer.write import issue_moment

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

    def outcomes(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Yield the answer to every file, in order, its copies written."""
        journal = Journal(self.folder)
        done = journal.done() if self.resume else {}
        known = [done.get((task.target, *identity(task.source.path))) for task in tasks]
        todo = [task for task, outcome in zip(tasks, known, strict=True) if outcome is None]
        work = partial(recalculate_file, self.folder, self.password)
        fresh = in_order(work, todo, self.jobs, self.scheduler)
        for task, outcome in zip(tasks, known, strict=True):
            answer = next(fresh) if outcome is None else outcome
            if outcome is None:
                journal.add(task.target, task.source, answer)
            yield answer
        journal.close()


def tasks_for(inputs: Sequence[Input]) -> list[Task]:
    """Return the tasks for some inputs, their results' names made distinct."""
    names = distinct(each.file for each in inputs)
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


def recalculate_file(folder: Path, password: str | None, task: Task) -> Outcome:
    """Recalculate one file into the folder and return the answer to it.

    Only what the machine itself refuses (a full disk, no permission for the folder) is raised,
    as ``OSError``.
    """
    examined = examine(task.source.path, task.source.file, password=password)
    if examined.recalculation is None:
        return examined.outcome
    try:
        copy = examined.recalculation.to_bytes()
        _save(copy, below(folder, task.target))
        if examined.outcome.count(Severity.ERROR):
            original = open_package(task.source.path, Limits(), password)
            _save(return_copy(original, examined.outcome), below(folder / RETURNS, task.target))
    except Rejected as refused:
        return Outcome(task.source.file, refused.rejection)
    return examined.outcome


def _save(data: bytes, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    save_atomically(data, path)
