"""Recalculating returned workbooks: a copy each, one answer each, a report over all."""

import hashlib
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple, TypeVar

from msgspec import Struct

from generator import __version__
from generator.batch.allowance import USUAL, Allowance
from generator.batch.drafts import draft_of, make_good, remove_drafts
from generator.batch.examine import TRANSIENT, crashed, not_written, out_of_memory, timed_out
from generator.batch.filenames import REVIEW_BOOK, REVIEW_PAGE
from generator.batch.journal import Done, Journal, remove_journal
from generator.batch.outcome import Outcome
from generator.batch.outputs import below
from generator.batch.parallel import Guard, in_order
from generator.batch.recalc_file import RETURNS, Answered, FileWork, Task, Tasks, tasks_for
from generator.batch.report.gathered import Gathered
from generator.batch.report.review_book import write_review_book
from generator.batch.report.review_page import write_review_page
from generator.batch.returns.issuer import Issuer
from generator.batch.returns.superseded import older_returns
from generator.workbook.moment import issue_moment

__all__ = ["RETURNS", "RecalcRun", "Task", "Tasks", "targets", "tasks_for", "write_reports"]

Item = TypeVar("Item")

REPORTS = {REVIEW_BOOK: write_review_book, REVIEW_PAGE: write_review_page}

_MADE_GOOD_AT_ONCE = 32
_LONGEST_WAIT = 1.0
"""Seconds after which finished files are made good however few they are: slow ones may follow."""


class _Step(NamedTuple):
    """A file that has its answer; ``is_new`` where this run found it."""

    task: Task
    answered: Answered
    is_new: bool = True


class RecalcRun(Struct, frozen=True):
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
        remove_drafts(self.folder)  # of a run that was killed
        journal = Journal(self.folder, self._settings(), resume=self.resume)
        known = [self._is_done(journal.find(task.target, task.source), task) for task in tasks]
        todo = _not_done(tasks, known)
        fresh = in_order(self._work(), todo, self._guard(), self.jobs, self.scheduler)
        try:
            for steps in _in_batches(self._steps(tasks, known, journal, fresh)):
                outcomes = _made_good(steps)
                journal.add(_for_good(steps, outcomes))
                yield from outcomes
        finally:
            _close(fresh)
            journal.close()
            remove_drafts(self.folder)

    def newest_counted(self, tasks: Tasks, answers: Gathered) -> Gathered:
        """Return the answers with older returns of a form marked as such, their copies too.

        The answers given are returned where there are no older returns, and closed where others
        take their place.
        """
        older = older_returns(answers, tasks.inputs, self.password, self.allowance.limits)
        if not older:
            return answers
        try:
            with answers:
                marked = self._sent_back_again(tasks, older.settled(answers))
                return Gathered.of(marked, self.folder)
        finally:
            remove_drafts(self.folder)

    def _steps(
        self,
        tasks: Sequence[Task],
        known: Sequence[bool],
        journal: Journal,
        fresh: Iterator[Answered],
    ) -> Iterator[_Step]:
        for task, is_known in zip(tasks, known, strict=True):
            found = journal.find(task.target, task.source) if is_known else None
            if found is not None:
                yield _Step(task, Answered(found), is_new=False)
            else:  # one that was known has changed in between
                yield _Step(task, self._work()(task) if is_known else next(fresh))

    def _is_done(self, outcome: Outcome | None, task: Task) -> bool:
        """Tell whether an earlier answer stands and what was written with it is still there."""
        if outcome is None:
            return False
        return all(path.exists() for path in self._work().results(task, outcome))

    def _sent_back_again(
        self, tasks: Sequence[Task], settled: Iterator[Outcome]
    ) -> Iterator[Outcome]:
        """Pass answers on; write the copies to send back of older returns with all there is."""
        work = self._work()
        for batch in _in_batches(zip(tasks, settled, strict=True)):
            yield from _made_good([_Step(task, work.again(task, each)) for task, each in batch])

    def _work(self) -> FileWork:
        return FileWork(self.folder, self.allowance.limits, self.password, self.issuer)

    def _guard(self) -> Guard[Task, Answered]:
        seconds, memory = self.allowance.seconds, self.allowance.memory
        return Guard(
            partial(_late, seconds), partial(_too_large, memory), _crashed, seconds, memory
        )

    def _settings(self) -> str:
        """Return what tells this run from one whose answers may be others."""
        void = {} if self.issuer is None else self.issuer.reissued()
        keys = (None if self.issuer is None else self.issuer.keys()) or ()
        known = sorted((key, entry.issue) for key, entry in void.items())
        prints = [key.fingerprint for key in keys]
        told = repr((__version__, self.allowance.limits, prints, known))
        return hashlib.blake2b(told.encode(), digest_size=8).hexdigest()


def _not_done(tasks: Sequence[Task], known: Sequence[bool]) -> Sequence[Task]:
    if not any(known):
        return tasks
    return [task for task, done in zip(tasks, known, strict=True) if not done]


def _in_batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Yield items together that came within a short time, not too many."""
    batch: list[Item] = []
    since = time.monotonic()
    for item in items:
        batch.append(item)
        if len(batch) >= _MADE_GOOD_AT_ONCE or time.monotonic() - since > _LONGEST_WAIT:
            yield batch
            batch, since = [], time.monotonic()
    if batch:
        yield batch


def _made_good(steps: Sequence[_Step]) -> list[Outcome]:
    """Put results into their places; return the answers, which may be that this failed."""
    failed = make_good([step.answered.drafts for step in steps])
    return [
        step.answered.outcome if error is None else not_written(step.task.source, error)
        for step, error in zip(steps, failed, strict=True)
    ]


def _for_good(steps: Sequence[_Step], outcomes: Sequence[Outcome]) -> Iterator[Done]:
    """Yield the new answers that will be the same the next time."""
    for step, outcome in zip(steps, outcomes, strict=True):
        lasts = outcome.rejection is None or outcome.rejection.code not in TRANSIENT
        if step.is_new and lasts:
            yield Done(step.task.target, step.task.source, outcome)


def _close(fresh: Iterator[Answered]) -> None:
    """End the workers now, not when somebody collects the garbage."""
    if isinstance(fresh, Generator):
        fresh.close()


def _late(seconds: int, task: Task) -> Answered:
    return Answered(timed_out(task.source, seconds))


def _too_large(memory: int, task: Task) -> Answered:
    return Answered(out_of_memory(task.source, memory))


def _crashed(task: Task) -> Answered:
    return Answered(crashed(task.source))


def targets(folder: Path, tasks: Sequence[Task]) -> Iterator[Path]:
    """Yield the files a run would write: the copies, and the reports over all."""
    copies = (below(folder, task.target) for task in tasks)
    return chain(copies, (folder / name for name in REPORTS))


def write_reports(folder: Path, gathered: Gathered) -> None:
    """Write the reports over a whole run, each file whole or not at all; nothing is left to do.

    Raises ``OSError``: then the run can still be resumed.
    """
    moment = issue_moment()
    try:
        for name, write in REPORTS.items():
            draft = draft_of(partial(write, gathered, moment=moment), folder, folder / name)
            (failed,) = make_good([[draft]])
            if failed is not None:
                raise failed
    finally:
        remove_drafts(folder)
    remove_journal(folder)
