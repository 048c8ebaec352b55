"""One file from bytes to answer: read, recalculate, review; the same for every command, and for
files that could not be finished.
"""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from msgspec import Struct

from generator.batch.intake import Input, loaded
from generator.batch.outcome import Computed, Figures, Located, Outcome
from generator.batch.returns.issued import issue_number, issued_findings
from generator.batch.returns.issuer import Issuer
from generator.batch.system_errors import in_chinese, unread_because
from generator.forms.catalogue import fault, finding
from generator.forms.field_names import name_of
from generator.forms.fields import indicator_field, split_indicator
from generator.forms.findings import Finding
from generator.forms.models import Form, SelfEvaluationForm
from generator.forms.review import review
from generator.forms.scoring import Scores
from generator.workbook.issued.record import project_identity
from generator.workbook.names import HIDDEN_SHEET
from generator.workbook.package import Limits
from generator.workbook.plan.places import Address, Places
from generator.workbook.reader import Reading, read_workbook_form
from generator.workbook.recalculate import Recalculation, facts_of, recalculate
from generator.workbook.rejection import Rejected, Rejection, reject

_MB = 1024 * 1024
TRANSIENT = frozenset(
    {"FILE-TIMEOUT", "FILE-MEMORY", "FILE-CRASHED", "OUTPUT-FAILED"}
    | {"PKG-ENCRYPTED", "PKG-WRONG-PASSWORD", "PKG-NO-PERMISSION"}
)
"""Answers that may be another one the next time: a resumed run asks again."""


def timed_out(source: Input, seconds: int) -> Outcome:
    """Return the answer to a file that took longer than its seconds."""
    return Outcome(source.file, reject("FILE-TIMEOUT", limit=seconds).rejection)


def out_of_memory(source: Input, memory: int) -> Outcome:
    """Return the answer to a file that needed more than its bytes of memory."""
    return Outcome(source.file, reject("FILE-MEMORY", limit=memory // _MB).rejection)


def crashed(source: Input) -> Outcome:
    """Return the answer to a file at which the program itself failed."""
    return Outcome(source.file, reject("FILE-CRASHED").rejection)


def not_written(source: Input, error: OSError) -> Outcome:
    """Return the answer to a file whose result could not be written."""
    return Outcome(source.file, reject("OUTPUT-FAILED", reason=in_chinese(error)).rejection)


_DEFAULT = Limits()


class Examined(Struct, frozen=True):
    """The answer to one file, and the recalculation behind it where it could be read."""

    outcome: Outcome
    recalculation: Recalculation | None = None


def examine(
    source: Input | Path | bytes,
    file: str,
    limits: Limits = _DEFAULT,
    password: str | None = None,
    issuer: Issuer | None = None,
) -> Examined:
    """Answer one file.  Whatever is wrong with it is in the answer, nothing is raised.

    ``issuer`` tests its seal and whether its issue was withdrawn.
    """
    try:
        content, name = loaded(source, limits), PurePosixPath(file).stem
        return _examined(read_workbook_form(content, limits, password, name), file, issuer)
    except Rejected as refused:
        return Examined(Outcome(file, refused.rejection))
    except OSError as error:
        return Examined(Outcome(file, unreachable(error)))


def unreachable(error: OSError) -> Rejection:
    """Return why a file that cannot be read is refused."""
    return reject("FILE-UNREADABLE", reason=unread_because(error)).rejection


def _examined(reading: Reading, file: str, issuer: Issuer | None) -> Examined:
    done = recalculate(reading)
    facts = facts_of(reading.layout)
    outcomes = None if done.scores is None else done.scores.indicators
    findings = [*_notes(done), *review(done.form, done.profile, facts, outcomes)]
    form = reading.form
    outcome = Outcome(
        file,
        layout=reading.layout.id,
        project_name=form.project_name,
        department=form.department,
        unit=form.unit,
        fiscal_year=form.fiscal_year,
        project_id=reading.issued.project_id or project_identity(form),
        entered=_entered(form),
        computed=None if done.scores is None else _computed(done.scores),
        findings=(
            *issued_findings(done, issuer),
            *(located(each, reading.places) for each in findings),
        ),
        issue=issue_number(reading, issuer),
    )
    return Examined(outcome, done)


def _notes(done: Recalculation) -> Iterator[Finding]:
    for note in done.reading.notes:
        found = fault(
            note.field,
            entered=note.entered,
            expected=note.expected or None,
            place=name_of(note.field),
        )
        yield finding(note.rule, found, done.profile)


def _entered(form: Form) -> Figures | None:
    if not isinstance(form, SelfEvaluationForm):
        return None
    total = form.funds.annual_total
    return Figures(total.execution_rate, total.score, form.total_score, form.rating)


def _computed(scores: Scores) -> Computed:
    return Computed(
        scores.execution_rate,
        scores.execution_score,
        scores.total_score,
        scores.rating,
        tuple(outcome.score for outcome in scores.indicators),
        scores.rule_total_score,
        scores.rule_rating,
    )


def located(each: Finding, places: Places) -> Located:
    """Return a finding with its cell, where the places of a workbook have one people can see."""
    place = places.find(each.field) or _row_of(each.field, places)
    if place is None or place.sheet == HIDDEN_SHEET:
        block = each.field.startswith("indicators")
        return Located(each, places.sheet, places.first_cell if block else None)
    return Located(each, place.sheet, place.a1)


def _row_of(field: str, places: Places) -> Address | None:
    """Return the name of an indicator whose column is not there: it has been deleted."""
    indicator = split_indicator(field)
    return None if indicator is None else places.find(indicator_field(indicator[0], "name"))
