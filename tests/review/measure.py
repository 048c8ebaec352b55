"""A review of a form held against its list: hits, misses, false alarms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.forms.catalogue import catalogue
from generator.forms.field_names import name_of
from generator.forms.findings import Finding, Severity
from generator.forms.models import from_json
from generator.forms.profiles import load_profile
from generator.forms.review import review
from generator.workbook.layout import load_layout
from generator.workbook.recalculate import facts_of
from tests.real_forms import CORPUS, SHIPPED, data_of
from tests.review.lists import MADE_FOLDER, Entry, Expectations, Wording, expectations

MADE = sorted(MADE_FOLDER.glob("*.json"))
"""Forms of the same kinds nobody published, with the habits of real ones, to try the rules on."""
FORMS = [*SHIPPED, *CORPUS, *MADE]


@dataclass(frozen=True)
class Measured:
    """What a review found of what it should, and what it should not have found.

    ``unjudged`` are findings no list speaks of.
    """

    name: str
    findings: list[Finding]
    hits: list[Finding]
    missed: list[Entry]
    false_alarms: list[Finding]
    unjudged: list[Finding]

    @property
    def false_errors(self) -> list[Finding]:
        """The findings of severity error that the list does not name as errors."""
        errors = expectations()[self.name].errors
        return [
            finding
            for finding in self.findings
            if finding.severity is Severity.ERROR and not _covered(finding, errors)
        ]


@cache
def measured(path: Path) -> Measured:
    """Review a form and compare; rules that do not exist yet are not missed."""
    wording: Wording = "改写" if path in SHIPPED else "原文"
    lists = _of_wording(expectations()[path.stem], wording)
    wanted = (*lists.errors, *lists.expected)
    findings = findings_of(path)
    known = (*wanted, *lists.acceptable, *lists.unwanted)
    return Measured(
        path.stem,
        findings,
        hits=[finding for finding in findings if _covered(finding, wanted)],
        missed=[entry for entry in wanted if _is_there(entry) and not _met(entry, findings, lists)],
        false_alarms=[each for each in findings if _is_false(each, wanted, lists)],
        unjudged=[finding for finding in findings if not _covered(finding, known)],
    )


def findings_of(path: Path) -> list[Finding]:
    """Return the whole review of a form, as the command line would give it."""
    form = from_json(data_of(path))
    layout = load_layout(form.layout)
    return review(form, load_profile(layout.profile), facts_of(layout))


def _is_there(entry: Entry) -> bool:
    return entry.rule in catalogue()


def _met(entry: Entry, findings: Iterable[Finding], lists: Expectations) -> bool:
    """Tell whether an entry was found, an error as an error."""
    wants_error = entry in lists.errors
    return any(
        entry.covers(finding.rule, name_of(finding.field))
        and (not wants_error or finding.severity is Severity.ERROR)
        for finding in findings
    )


def _is_false(finding: Finding, wanted: Iterable[Entry], lists: Expectations) -> bool:
    """Tell whether a finding is one no reviewer wants; a wanted place goes before a whole form."""
    return _covered(finding, lists.unwanted) and not _covered(finding, (*wanted, *lists.acceptable))


def _covered(finding: Finding, entries: Iterable[Entry]) -> bool:
    place = name_of(finding.field)
    return any(entry.covers(finding.rule, place) for entry in entries)


def _of_wording(lists: Expectations, wording: Wording) -> Expectations:
    parts = ("errors", "expected", "acceptable", "unwanted")
    kept = {part: tuple(_kept(getattr(lists, part), wording)) for part in parts}
    return lists.model_copy(update=kept)


def _kept(entries: Iterable[Entry], wording: Wording) -> Iterator[Entry]:
    return (entry for entry in entries if entry.wording in (None, wording))
