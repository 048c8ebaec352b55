"""What an outcome asks of the office: send back, ask again, check, or file."""

from enum import StrEnum

from generator.batch.outcome import Outcome
from generator.batch.report.wording import wording
from generator.forms.findings import Severity


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
