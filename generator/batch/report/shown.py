"""Outcomes and findings as values to be shown, by the keys the columns of the reports name, and
what each asks of the office.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache

from generator.batch.outcome import Computed, Figures, Located, Outcome
from generator.batch.report.wording import wording
from generator.forms.findings import Severity
from generator.forms.profiles import load_profile
from generator.workbook.layout import layout_ids, load_layout


def percent(outcome: Outcome, figures: Figures | None) -> Decimal | None:
    """Return the execution rate of ``figures`` in percent, ``None`` where there is none."""
    if figures is None or figures.execution_rate is None:
        return None
    return figures.execution_rate * 100 / _whole(outcome.layout)


@cache
def _whole(layout: str | None) -> Decimal:
    """Return full execution as a layout prints it, 1 or 100; 100 for one not known here."""
    if layout not in layout_ids():
        return Decimal(100)
    return load_profile(load_layout(layout).profile).execution.whole


class Urgency(StrEnum):
    """The four piles the files of a batch fall into, in the order they want attention."""

    ERRORS = "errors"
    REJECTED = "rejected"
    WARNINGS = "warnings"
    CLEAR = "clear"

    @property
    def chinese(self) -> str:
        """The words staff see."""
        return wording().urgency[self.value]


def urgency_of(outcome: Outcome) -> Urgency:
    """Return the pile an outcome belongs to."""
    if outcome.rejection is not None:
        return Urgency.REJECTED
    if outcome.count(Severity.ERROR):
        return Urgency.ERRORS
    return Urgency.WARNINGS if outcome.count(Severity.WARNING) else Urgency.CLEAR


Value = str | int | Decimal | Severity | None
Values = Mapping[str, Value]

_NO_FIGURES = Computed(None, None, None, None)
_LINE_END = re.compile("\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")
_UNPRINTABLE = re.compile(
    # controls but tab and line feed; marks that turn the direction; what is no character
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def plain(text: str) -> str:
    """Return a text as it may be shown."""
    most = wording().longest
    start = _UNPRINTABLE.sub("�", _LINE_END.sub("\n", text[:most]))
    if len(text) <= most:
        return start
    return wording().cut.format(text=start, length=f"{len(text):,}")


def form_values(outcome: Outcome) -> Values:
    """Return what is shown of a form; figures are ``None`` where there are none."""
    entered, computed = outcome.entered or _NO_FIGURES, outcome.computed or _NO_FIGURES
    gravest = outcome.gravest
    return {
        "file": plain(outcome.file),
        "project_name": _optional(outcome.project_name),
        "department": _optional(outcome.department),
        "unit": _optional(outcome.unit),
        "fiscal_year": outcome.fiscal_year,
        "layout": layout_name(outcome.layout),
        "urgency": urgency_of(outcome),
        "entered_rate": percent(outcome, entered),
        "computed_rate": percent(outcome, computed),
        "entered_total": entered.total_score,
        "computed_total": computed.total_score,
        "rule_total": computed.rule_total_score,
        "entered_rating": _optional(entered.rating),
        "computed_rating": _optional(computed.rating),
        "errors": outcome.count(Severity.ERROR),
        "warnings": outcome.count(Severity.WARNING),
        "infos": outcome.count(Severity.INFO),
        "gravest": None if gravest is None else plain(gravest.message),
    }


def finding_values(located: Located) -> Values:
    """Return what is shown of a finding."""
    finding = located.finding
    return {
        "severity": finding.severity,
        "rule": finding.rule,
        "sheet": _optional(located.sheet),
        "cell": located.cell or wording().whole_form,
        "message": plain(finding.message),
        "entered": _optional(finding.entered),
        "expected": _optional(finding.expected),
        "explanation": _optional(finding.explanation),
        "reference": _optional(finding.reference),
    }


def rejected_values(outcome: Outcome) -> Values:
    """Return what is shown of a file that was not read."""
    reason = outcome.rejection
    return {
        "file": plain(outcome.file),
        "reason": None if reason is None else plain(reason.message),
        "code": None if reason is None else reason.code,
    }


def by_gravity(outcome: Outcome) -> list[Located]:
    """Return the findings of an outcome, errors first, otherwise in their order."""
    return sorted(outcome.findings, key=lambda each: each.finding.severity.rank)


@cache
def layout_name(layout: str | None) -> str | None:
    """Return what an office calls a layout, its id where it is not known here."""
    return load_layout(layout).name if layout in layout_ids() else layout


def _optional(text: str | None) -> str | None:
    return None if text is None else plain(text)
