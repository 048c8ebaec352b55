"""批量: the office's work on many files, with progress in the status bar."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, TypeVar, runtime_checkable

import xlwings as xw

from generator.batch.examine import examine
from generator.batch.filenames import distinct, form_filename
from generator.batch.inputs import Input, gather
from generator.batch.keyring import KeyRing
from generator.batch.outputs import WouldOverwrite, refuse_overwriting
from generator.batch.project_list import ProjectList, read_project_list
from generator.batch.recalc import RecalcRun, targets, tasks_for, write_reports
from generator.batch.report import Gathered
from generator.batch.summary import SummaryEntry, summary_workbook
from generator.forms.findings import Severity
from generator.forms.models import Form
from generator.workbook.layout import load_layout
from generator.workbook.package import save_atomically
from generator.workbook.rejection import Rejected
from generator.workbook.writer import FormOptions, write_form
from xladdin.book.calm import status
from xladdin.book.wording import refusal, say
from xladdin.contract import Asker, Outcome, Refused

Item = TypeVar("Item")
_PROBLEMS_SHOWN = 5


@runtime_checkable
class Cancellable(Protocol):
    """An asker with a way to stop long work; one without it lets the work run to its end."""

    def cancelled(self) -> bool:
        """Tell whether the user wants to stop."""


class Stopped(Exception):  # noqa: N818  (the user's wish, not an error)
    """The user stopped the work after ``done`` files."""

    def __init__(self, done: int) -> None:
        super().__init__(done)
        self.done = done


def blank_forms(book: xw.Book, asker: Asker) -> Outcome:
    """Issue a locked blank form for every project of a list."""
    source = asker.choose_file(say("choose_project_list"))
    folder = None if source is None else asker.choose_folder(say("choose_blank_folder"))
    if source is None or folder is None:
        return Outcome("")
    forms = _listed_forms(source)
    names = distinct(form_filename(form, load_layout(form.layout)) for form in forms)
    paths = [folder / name for name in names]
    _refuse_overwriting(paths)
    options = FormOptions(seal=KeyRing().current())

    def issue(pair: tuple[Form, Path]) -> None:
        save_atomically(write_form(pair[0], options), pair[1])

    pairs = list(zip(forms, paths, strict=True))
    return _each(book, asker, pairs, issue, "blanks_made", folder)


def review_returns(book: xw.Book, asker: Asker) -> Outcome:
    """Recalculate and review every form of a folder, results beside it."""
    folder = asker.choose_folder(say("choose_returns"))
    if folder is None:
        return Outcome("")
    results = folder.with_name(folder.name + say("results_suffix"))
    tasks = tasks_for(_inputs(folder))
    _refuse_overwriting(list(targets(results, tasks)))
    run = RecalcRun(results, jobs=1)
    try:
        outcomes = _shown(book, asker, run.outcomes(tasks), len(tasks))
        with Gathered.of(outcomes) as gathered:
            results.mkdir(parents=True, exist_ok=True)
            write_reports(results, gathered)
            wrong = sum(each.count(Severity.ERROR) > 0 for each in gathered)
            refused = sum(each.rejection is not None for each in gathered)
    except Stopped as stopped:
        return Outcome(say("stopped", done=stopped.done, folder=results))
    said = {"count": len(tasks), "wrong": wrong, "refused": refused, "folder": results}
    return Outcome(say("reviewed", **said))


def summary(book: xw.Book, asker: Asker) -> Outcome:
    """Write one workbook over all forms of a folder, beside it."""
    folder = asker.choose_folder(say("choose_summary"))
    if folder is None:
        return Outcome("")
    path = folder.with_name(folder.name + say("summary_suffix"))
    inputs = _inputs(folder)
    _refuse_overwriting([path])
    examined = (SummaryEntry.of(examine(each, each.file)) for each in inputs)
    try:
        entries = list(_shown(book, asker, examined, len(inputs)))
    except Stopped:
        return Outcome(say("summary_stopped"))
    save_atomically(summary_workbook(entries), path)
    refused = sum(each.outcome.rejection is not None for each in entries)
    return Outcome(say("summarised", count=len(entries) - refused, refused=refused, path=path))


def _each(
    book: xw.Book,
    asker: Asker,
    items: Sequence[Item],
    work: Callable[[Item], None],
    message: str,
    folder: Path,
) -> Outcome:
    """Do the same to every item and say how many there were."""
    try:
        for _ in _shown(book, asker, map(work, items), len(items)):
            pass
    except Stopped as stopped:
        return Outcome(say("stopped", done=stopped.done, folder=folder))
    return Outcome(say(message, count=len(items), folder=folder))


def _shown(book: xw.Book, asker: Asker, results: Iterable[Item], total: int) -> Iterator[Item]:
    """Yield results, progress in the status bar; raises ``Stopped`` when the user wants that."""
    app = book.app
    with status(app):
        for done, result in enumerate(results, 1):
            yield result
            app.status_bar = say("progress", done=done, total=total)
            if done < total and isinstance(asker, Cancellable) and asker.cancelled():
                raise Stopped(done)


def _listed_forms(source: Path) -> list[Form]:
    try:
        read = read_project_list(source)
    except Rejected as refused:
        raise Refused(refused.rejection.message) from None
    if isinstance(read, ProjectList):
        return read.forms()
    problems = "；".join(str(problem) for problem in read[:_PROBLEMS_SHOWN])
    raise refusal("list_problems", count=len(read), problems=problems)


def _inputs(folder: Path) -> tuple[Input, ...]:
    found = gather([folder]).inputs
    if not found:
        raise refusal("no_forms", folder=folder)
    return found


def _refuse_overwriting(paths: Sequence[Path]) -> None:
    try:
        refuse_overwriting(paths, force=False)
    except WouldOverwrite as refused:
        raise refusal(
            "would_overwrite", count=len(refused.paths), name=refused.paths[0].name
        ) from None
