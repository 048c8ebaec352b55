"""复核报告.html: the review as one page that needs nothing beside itself, written as a stream."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from itertools import islice
from typing import BinaryIO, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator.batch.outcome import Outcome
from generator.batch.report.gathered import Gathered
from generator.batch.report.shown import (
    Urgency,
    Values,
    by_gravity,
    finding_values,
    form_values,
    rejected_values,
)
from generator.batch.report.wording import wording
from generator.forms.findings import Severity
from generator.resources import templates
from generator.snapshot import compiled_templates


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(templates("reports")),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled_templates(),
    )


def template(name: str) -> Template:
    """Return a template of ``templates/reports``."""
    return _environment().get_template(name)


_BUFFERED = 200  # pieces of the template joined before they are written


class FormEntry(NamedTuple):
    """A form on the page: its values, the findings to act on, and those merely noted."""

    values: Values
    findings: list[Values]
    noted: list[Values]


class Pile(NamedTuple):
    """The forms of one urgency: the first in full, the rest with one line each."""

    urgency: Urgency
    size: int
    forms: Iterator[FormEntry]
    rest: Iterator[Values]
    rest_size: int


def write_review_page(gathered: Gathered, file: BinaryIO, moment: datetime) -> None:
    """Write the review page into an open file; one form at a time is held in memory.

    ``moment`` dates it.  Raises ``OSError`` where the file cannot be written.
    """
    stream = template("review.html.j2").stream(
        words=wording().page,
        moment=moment,
        statistics=gathered.statistics,
        urgencies=Urgency,
        severities=Severity,
        rejected=map(rejected_values, gathered.pile(Urgency.REJECTED)),
        piles=[_pile(gathered, each) for each in (Urgency.ERRORS, Urgency.WARNINGS)],
        clear=map(form_values, gathered.pile(Urgency.CLEAR)),
        outstanding=gathered.outstanding,
    )
    stream.enable_buffering(_BUFFERED)
    stream.dump(file, encoding="utf-8")


def _pile(gathered: Gathered, urgency: Urgency) -> Pile:
    """Return a pile; its forms are to be used up before the rest."""
    size, most = gathered.statistics.urgencies[urgency], wording().page.most_forms
    outcomes = gathered.pile(urgency)
    forms = map(_entry, islice(outcomes, most))
    return Pile(urgency, size, forms, map(form_values, outcomes), max(0, size - most))


def _entry(outcome: Outcome) -> FormEntry:
    ordered = by_gravity(outcome)
    noted = [each for each in ordered if each.finding.severity is Severity.INFO]
    grave = [each for each in ordered if each.finding.severity is not Severity.INFO]
    return FormEntry(
        form_values(outcome),
        [finding_values(each) for each in grave],
        [finding_values(each) for each in noted],
    )
