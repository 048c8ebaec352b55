"""What the catalogue says about a rule, read strictly from ``templates/rules/*.yaml``."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Annotated, Literal

from pydantic import Field

from generator.forms.data_files import DataFileError, Key, Record, load, shaped
from generator.forms.findings import Severity
from generator.forms.profiles import Certainty, profile_ids
from generator.resources import templates
from generator.snapshot import kept

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


_MARKUP = re.compile(r"</?[a-zA-Z]|\*\*|`|\n")


class RuleFileError(DataFileError):
    """A rule file that cannot be used, with its file and line."""


@cache
def catalogue() -> Mapping[str, Rule]:
    """Return every rule there is by its id, families in the order of their file names."""
    return {rule.id: rule for family in families() for rule in family.rules}


@cache
def families() -> tuple[Family, ...]:
    """Return the families of rules, in the order of their file names."""
    folder = templates("rules")
    return kept("rules", [folder, templates("profiles")], read_families, folder)


def read_families(folder: Path) -> tuple[Family, ...]:
    """Read all rule files of a folder.

    Raises ``DataFileError`` for broken YAML, and its kind ``RuleFileError`` for unknown or missing
    keys, wrong types, unsound texts, and ids that are used twice or not of the family.
    """
    seen: dict[str, Path] = {}
    found = []
    for path in sorted(folder.glob("*.yaml")):
        document = load(path)
        family = shaped(document, Family, error=RuleFileError)
        for place, message in _faults(family, seen):
            raise RuleFileError(path, document.line(*place), message)
        seen.update({rule.id: path for rule in family.rules})
        found.append(family)
    return tuple(found)


def _faults(family: Family, seen: Mapping[str, Path]) -> Iterator[tuple[tuple[Key, ...], str]]:
    """Yield what is wrong with a family whose types are right: where, and what."""
    ids = [rule.id for rule in family.rules]
    for position, rule in enumerate(family.rules):
        place = ("rules", position)
        if not rule.id.startswith(f"{family.family}-"):
            yield (*place, "id"), f"{rule.id} is no rule of the family {family.family}"
        if rule.id in seen or rule.id in ids[:position]:
            yield (*place, "id"), f"the rule {rule.id} is given twice"
        for profile in {**rule.severity_in, **_severities_of_variants(rule)}:
            if profile not in profile_ids():
                yield (*place, "severity_in"), f"there is no profile {profile}"
        if rule.certainty is Certainty.MEMORY and "条" in rule.reference:
            yield (*place, "reference"), "a source from memory is cited without its clause"
        for message in _text_faults(rule):
            yield place, f"{rule.id}: {message}"


def _severities_of_variants(rule: Rule) -> dict[str, Severity]:
    variants = rule.variants.values()
    return {profile: one for v in variants for profile, one in v.severity_in.items()}


def _text_faults(rule: Rule) -> Iterator[str]:
    for text in rule.texts():
        if _MARKUP.search(text):
            yield f"no markup in texts: {text}"
        try:
            names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
        except ValueError as error:
            yield f"{error}: {text}"
            continue
        if not all(name.isidentifier() for name in names):
            yield f"a placeholder is a plain name: {text}"
