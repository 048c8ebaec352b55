"""A finding: one thing in a form that a reviewer would point out.

A finding points at a field; only the layout knows which cell that is.  It carries no markup:
the front end (command line, workbook, page) decides how it looks.
"""

from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """How grave a finding is: the form cannot be right, a reviewer will ask, or merely noted."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Order of gravity, 0 the gravest."""
        return _RANK[self]

    @property
    def chinese(self) -> str:
        """The word staff see."""
        return _CHINESE[self]


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
_CHINESE = {Severity.ERROR: "错误", Severity.WARNING: "疑点", Severity.INFO: "提示"}


class Finding(Struct, frozen=True):
    """One finding.  ``rule`` is an id of the catalogue (``FND-3``), texts are Chinese."""

    rule: str
    severity: Severity
    field: str
    message: str
    entered: str | None = None
    expected: str | None = None
    reference: str | None = None
    explanation: str | None = None
