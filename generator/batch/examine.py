"""One file from bytes to answer: read, recalculate, review; the same for every command."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.batch.outcome import Computed, Figures, Located, Outcome
from generator.forms.catalogue import fault, finding
from generator.forms.field_names import name_of
from generator.forms.findings import Finding
from generator.forms.models import Form, SelfEvaluationForm
from generator.forms.review import review
from generator.forms.scoring import Scores
from generator.workbook.facts import facts_of
from generator.workbook.package import Limits
from generator.workbook.plan import Places
from generator.workbook.reader import Reading, read_workbook_form
from generator.workbook.recalculate import Recalculation, recalculate
from generator.workbook.rejection import Rejected, Rejection, reject
from generator.workbook.seal import project_identity

_DEFAULT = Limits()


@dataclass(frozen=True, slots=True)
class Examined:
    """The answer to one file, and the recalculation behind it where it could be read."""

    outcome: Outcome
    recalculation: Recalculation | None = None


def examine(
    source: Path | bytes, file: str, limits: Limits = _DEFAULT, password: str | None = None
) -> Examined:
    """Answer one file.  Whatever is wrong with it is in the answer, nothing is raised."""
    try:
        return _examined(read_workbook_form(source, limits, password), file)
    except Rejected as refused:
        return Examined(Outcome(file, refused.rejection))
    except OSError as error:
        return Examined(Outcome(file, _unreachable(error)))


def _unreachable(error: OSError) -> Rejection:
    return reject("FILE-UNREADABLE", reason=error.strerror or type(error).__name__).rejection


def _examined(reading: Reading, file: str) -> Examined:
    done = recalculate(reading)
    facts = facts_of(reading.layout)
    findings = [*_notes(done), *review(done.form, done.profile, facts)]
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
        findings=tuple(_located(each, reading.places) for each in findings),
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


def _located(each: Finding, places: Places) -> Located:
    place = places.find(each.field)
    if place is None:
        block = each.field.startswith("indicators")
        return Located(each, places.sheet, places.first_cell if block else None)
    return Located(each, place.sheet, place.a1)
