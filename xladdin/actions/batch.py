"""批量: the office's work on many files, with progress in the status bar."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

import xlwings as xw

from generator.batch.check import CheckRun
from generator.batch.filenames import distinct, form_filename
from generator.batch.inputs import Input, gather
from generator.batch.journal import NAME as JOURNAL
from generator.batch.keyring import BrokenKeyFile, KeyRing
from generator.batch.outputs import WouldOverwrite, refuse_overwriting
from generator.batch.project_list import ProjectList, read_project_list
from generator.batch.recalc import RecalcRun, targets, tasks_for, write_reports
from generator.batch.report.gathered import Gathered
from generator.batch.returns.issuer import Issuer
from generator.batch.returns.ledger import Planned
from generator.batch.returns.superseded import older_returns
from generator.batch.summary import Collected, write_summary
from generator.forms.findings import Severity
from generator.forms.models import Form
from generator.workbook.layout import load_layout
from generator.workbook.moment import issue_moment
from generator.workbook.package import save_atomically, whole_file
from generator.workbook.rejection import Rejected
from generator.workbook.seal import Seal
from generator.workbook.writer import FormOptions, write_form
from xladdin.book.guard import status
from xladdin.book.wording import listed, refusal, say
from xladdin.contract import Asker, Outcome, Refused

Item = TypeVar("Item")
_PROBLEMS_SHOWN = _NAMED = 5


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
    ledger, key = Issuer.here().ledger, _key()
    planned = ledger.plan(forms, issue_moment().date(), reissue=False)
    work = _issuing(zip(forms, paths, planned, strict=True), key)
    issued: list[Planned] = []
    try:
        issued.extend(_shown(book, asker, work, len(forms)))
    except Stopped as stopped:
        return Outcome(say("stopped", done=stopped.done, total=len(forms), folder=folder))
    finally:  # what is written is issued, however it ended
        ledger.add(each.entry for each in issued)
    message = say("blanks_made", count=len(forms), folder=folder)
    return Outcome(message + _replaced(planned))


def review_returns(book: xw.Book, asker: Asker) -> Outcome:
    """Recalculate and review every form of a folder, results beside it."""
    folder = asker.choose_folder(say("choose_returns"))
    if folder is None:
        return Outcome("")
    results = folder.with_name(folder.name + say("results_suffix"))
    tasks = tasks_for(_inputs(folder))
    goes_on = (results / JOURNAL).exists()  # a run that was stopped is taken up again
    if not goes_on:
        _refuse_overwriting(list(targets(results, tasks)))
    results.mkdir(parents=True, exist_ok=True)
    run = RecalcRun(results, jobs=1, resume=goes_on, issuer=Issuer.here())
    try:
        outcomes = _shown(book, asker, run.outcomes(tasks), len(tasks))
        with run.newest_counted(tasks, Gathered.of(outcomes, results)) as gathered:
            write_reports(results, gathered)
            wrong = sum(each.count(Severity.ERROR) > 0 for each in gathered)
            refused = sum(each.rejection is not None for each in gathered)
    except Stopped as stopped:
        said = {"done": stopped.done, "total": len(tasks), "folder": results}
        return Outcome(say("review_stopped", **said))
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
    try:
        files = Collected.of(_shown(book, asker, CheckRun().examined(inputs), len(inputs)))
    except Stopped as stopped:
        return Outcome(say("summary_stopped", done=stopped.done, total=len(inputs)))
    with files:
        older = older_returns(files.outcomes, inputs).by
        files.leave_out(older)
        with whole_file(path) as file:
            write_summary(files, file, issue_moment())
    counts = files.outcomes.statistics
    message = say("summarised", count=counts.read - len(older), refused=counts.rejected, path=path)
    return Outcome(message + (say("summary_older", count=len(older)) if older else ""))


def _key() -> Seal:
    try:
        return KeyRing().current()
    except BrokenKeyFile as broken:
        raise refusal("broken_keys", path=broken.path) from None


def _issuing(forms: Iterable[tuple[Form, Path, Planned]], key: Seal) -> Iterator[Planned]:
    """Write sealed forms one by one, each with the number of its issue."""
    for form, path, planned in forms:
        options = FormOptions(seal=key, issue=planned.entry.issue)
        save_atomically(write_form(form, options), path)
        yield planned


def _replaced(planned: Sequence[Planned]) -> str:
    """Say which forms were issued before with another content."""
    names = [each.entry.name or "" for each in planned if each.replaces]
    return say("replaced", count=len(names), names=listed(names, _NAMED)) if names else ""


def _shown(book: xw.Book, asker: Asker, results: Iterator[Item], total: int) -> Iterator[Item]:
    """Yield results, telling how far the work is; raises ``Stopped`` when the user wants that.

    It stops between two files only: what is written is whole.
    """
    app = book.app
    with status(app), asker.progress() as progress:
        for done in range(total + 1):
            said = say("progress", done=done, total=total)
            app.status_bar = said
            if progress.tell(said) and done < total:
                raise Stopped(done)
            yield from islice(results, 1)


def _listed_forms(source: Path) -> list[Form]:
    try:
        read = read_project_list(source)
    except Rejected as refused:
        raise Refused(refused.rejection.message) from None
    if isinstance(read, ProjectList):
        return read.forms()
    problems = "；".join(str(problem) for problem in read[:_PROBLEMS_SHOWN])
    raise refusal("list_problems", count=len(read), problems=problems)


def _inputs(folder: Path) -> Sequence[Input]:
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
