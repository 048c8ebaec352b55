"""What is counted over a batch while its outcomes come in."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from msgspec import Struct, field

from generator.batch.outcome import Outcome
from generator.batch.report.shown import Urgency, percent, urgency_of
from generator.batch.report.wording import wording
from generator.forms.catalogue import catalogue
from generator.forms.findings import Severity
from generator.forms.profiles import load_profile, profile_ids


class RuleCount(Struct):
    """How often one rule found something, and in how many forms."""

    rule: str
    by_severity: Counter[Severity] = field(default_factory=Counter)
    forms: int = 0

    @property
    def title(self) -> str:
        """What the catalogue calls the rule, "" for one it does not know."""
        rule = catalogue().get(self.rule)
        return "" if rule is None else rule.title

    @property
    def total(self) -> int:
        """How many findings there are."""
        return self.by_severity.total()


class GradeCount(Struct):
    """How many self-evaluations have a grade: as entered, recomputed, with scores by rule."""

    entered: int = 0
    computed: int = 0
    by_rule: int = 0


class Statistics:
    """Running counts; their size depends on rules and grades, not on the number of files."""

    def __init__(self) -> None:
        self.urgencies: Counter[Urgency] = Counter()
        self.severities: Counter[Severity] = Counter()
        self.grades = {name: GradeCount() for name in (*_grade_names(), *_beside_grades())}
        self.rates = dict.fromkeys((each.title for each in wording().rate_classes), 0)
        self.evaluations = 0
        self._rules: dict[str, RuleCount] = {}

    def take(self, outcome: Outcome) -> None:
        """Count one more outcome; grades and rates only where no newer return counts instead."""
        self.urgencies[urgency_of(outcome)] += 1
        self._take_findings(outcome)
        if outcome.computed is not None and outcome.superseded_by is None:
            self.evaluations += 1
            self._take_grades(outcome)
            self._take_rate(outcome)

    @property
    def files(self) -> int:
        """How many files came in."""
        return self.urgencies.total()

    @property
    def read(self) -> int:
        """How many of them could be read."""
        return self.files - self.rejected

    @property
    def rejected(self) -> int:
        """How many of them could not."""
        return self.urgencies[Urgency.REJECTED]

    @property
    def findings(self) -> int:
        """How many findings there are in all."""
        return self.severities.total()

    def rules(self) -> list[RuleCount]:
        """Return the counts by rule: most errors first, then most findings."""
        return sorted(
            self._rules.values(),
            key=lambda each: (-each.by_severity[Severity.ERROR], -each.total, each.rule),
        )

    def overview(self) -> Iterator[tuple[str, int]]:
        """Yield the counts that come first, each with its words."""
        words = wording().overview
        yield words["files"], self.files
        for urgency in Urgency:
            yield words[urgency.value], self.urgencies[urgency]
        for severity in Severity:
            yield words[f"{severity.value}_findings"], self.severities[severity]

    def _take_findings(self, outcome: Outcome) -> None:
        found = [each.finding for each in outcome.findings]
        for finding in found:
            self.severities[finding.severity] += 1
            rule = self._rules.setdefault(finding.rule, RuleCount(finding.rule))
            rule.by_severity[finding.severity] += 1
        for name in {finding.rule for finding in found}:
            self._rules[name].forms += 1

    def _take_grades(self, outcome: Outcome) -> None:
        entered, computed = outcome.entered, outcome.computed
        self._grade(entered.rating if entered else None).entered += 1
        self._grade(computed.rating if computed else None).computed += 1
        self._grade(computed.rule_rating if computed else None).by_rule += 1

    def _grade(self, name: str | None) -> GradeCount:
        missing, other = _beside_grades()
        return self.grades.get(name or missing) or self.grades[other]

    def _take_rate(self, outcome: Outcome) -> None:
        rate = percent(outcome, outcome.computed)
        if rate is not None:
            classes = wording().rate_classes
            title = next(c.title for c in classes if c.below is None or rate < c.below)
            self.rates[title] += 1


@cache
def _grade_names() -> tuple[str, ...]:
    """Return every grade some profile gives, best first."""
    bands = (band for profile in profile_ids() for band in load_profile(profile).grades)
    return tuple(dict.fromkeys(band.name for band in bands))


def _beside_grades() -> tuple[str, str]:
    return wording().missing, wording().other
