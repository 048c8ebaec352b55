"""What the catalogue says about a rule."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from generator.forms.findings import Severity
from generator.forms.profiles import Certainty
from generator.forms.record import Record

Kind = Literal["target", "self_evaluation"]
Sentence = Annotated[str, Field(min_length=1)]


class Variant(Record):
    """A case of a rule that differs from the others in severity or words.

    ``severity_in`` gives other severities by profile id, as for the rule.
    """

    severity: Severity | None = None
    severity_in: Mapping[str, Severity] = Field(default_factory=dict)
    message: Sentence | None = None
    remedy: Sentence | None = None


class Rule(Record):
    """One rule.

    ``severity`` is fixed, or ``by_effect`` (of the difference, in points of the total); ``message``
    says what was found and expected, ``remedy`` how to mend it, both with ``{placeholders}``;
    ``why`` is for the list of rules.  ``found_by`` says who raises it: a check of the form, the
    reader of the workbook, or the comparison of two forms.  ``severity_in`` gives other severities
    by profile id.
    """

    id: Annotated[str, Field(pattern=r"^[A-Z]{3}-[1-9]\d*$")]
    title: Sentence
    severity: Severity | Literal["by_effect"]
    forms: Annotated[tuple[Kind, ...], Field(min_length=1)]
    message: Sentence
    remedy: Sentence
    reference: Sentence
    certainty: Certainty
    why: Sentence
    found_by: Literal["check", "reader", "comparison"] = "check"
    variants: Mapping[str, Variant] = Field(default_factory=dict)
    severity_in: Mapping[str, Severity] = Field(default_factory=dict)

    def severity_for(self, profile_id: str) -> Severity | Literal["by_effect"]:
        """Return the severity in a profile, variants apart."""
        return self.severity_in.get(profile_id, self.severity)

    def texts(self) -> tuple[str, ...]:
        """Return every text staff may see, variants included."""
        own = (self.title, self.message, self.remedy, self.why)
        others = (text for v in self.variants.values() for text in (v.message, v.remedy) if text)
        return (*own, *others)


def severity_text(rule: Rule, profile_id: str | None = None) -> str:
    """Return the severity of a rule as staff read it, in a profile or as the rule has it."""
    severity = rule.severity_for(profile_id) if profile_id else rule.severity
    return severity.chinese if isinstance(severity, Severity) else "按影响"


class Family(Record):
    """The rules of one file: ids with one prefix, in order."""

    family: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    title: Sentence
    rules: tuple[Rule, ...]
