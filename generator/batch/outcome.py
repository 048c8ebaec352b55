"""The answer to one file: what was entered, what it comes to, what was found, or why not read."""

from decimal import Decimal
from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from generator.forms import numbers
from generator.forms.findings import Finding, Severity
from generator.workbook.rejection import Rejection


class Status(StrEnum):
    """How a file fared."""

    OK = "ok"
    """Nothing above information."""
    FINDINGS = "findings"
    """At least one warning or error."""
    REJECTED = "rejected"
    """Not read."""


class Located(Struct, frozen=True):
    """A finding with the cell it stands for: ``sheet`` and ``cell`` ("G15"), None where none."""

    finding: Finding
    sheet: str | None
    cell: str | None


class Figures(Struct, frozen=True):
    """Rate (in the layout's unit), scores (points) and grade, as entered or as computed."""

    execution_rate: Decimal | None
    execution_score: Decimal | None
    total_score: Decimal | None
    rating: str | None


class Computed(Figures, frozen=True):
    """What a self-evaluation comes to; ``rule_*`` take every score by rule."""

    indicator_scores: tuple[Decimal | None, ...] = ()
    rule_total_score: Decimal | None = None
    rule_rating: str | None = None


class Outcome(Struct, frozen=True):
    """The answer to one file of a batch; ``file`` is its path below the argument given.

    ``issue`` counts how often the form was issued, ``None`` where it does not say or not credibly;
    ``superseded_by`` is the file of a newer return of the same form, which counts instead.
    """

    file: str
    rejection: Rejection | None = None
    layout: str | None = None
    project_name: str | None = None
    department: str | None = None
    unit: str | None = None
    fiscal_year: int | None = None
    project_id: str | None = None
    entered: Figures | None = None
    computed: Computed | None = None
    findings: tuple[Located, ...] = field(default=())
    issue: int | None = None
    superseded_by: str | None = None

    @property
    def status(self) -> Status:
        """How the file fared."""
        if self.rejection is not None:
            return Status.REJECTED
        grave = any(each.finding.severity is not Severity.INFO for each in self.findings)
        return Status.FINDINGS if grave else Status.OK

    def count(self, severity: Severity) -> int:
        """Return how many findings there are of one severity."""
        return sum(each.finding.severity is severity for each in self.findings)

    @property
    def gravest(self) -> Finding | None:
        """The first of the gravest findings, ``None`` where there are none."""
        found = [each.finding for each in self.findings]
        return min(found, key=lambda finding: finding.severity.rank, default=None)

    def to_json(self) -> dict[str, Any]:
        """Return the object of the ``--json`` contract; figures are decimal strings."""
        reason = self.rejection
        return {
            "file": self.file,
            "status": self.status.value,
            "reason": None if reason is None else {"code": reason.code, "message": reason.message},
            "layout": self.layout,
            "project_name": self.project_name,
            "entered": None if self.entered is None else _figures(self.entered),
            "computed": None if self.computed is None else _computed(self.computed),
            "findings": [_finding(each) for each in self.findings],
        }


def _text(number: Decimal | None) -> str | None:
    return None if number is None else numbers.text(number)


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        "execution_rate": _text(figures.execution_rate),
        "execution_score": _text(figures.execution_score),
        "total_score": _text(figures.total_score),
        "rating": figures.rating,
    }


def _computed(computed: Computed) -> dict[str, Any]:
    return {
        **_figures(computed),
        "indicator_scores": [_text(score) for score in computed.indicator_scores],
        "rule_total_score": _text(computed.rule_total_score),
        "rule_rating": computed.rule_rating,
    }


def _finding(located: Located) -> dict[str, Any]:
    finding = located.finding
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "field": finding.field,
        "sheet": located.sheet,
        "cell": located.cell,
        "message": finding.message,
        "entered": finding.entered,
        "expected": finding.expected,
        "reference": finding.reference,
        "explanation": finding.explanation,
    }
