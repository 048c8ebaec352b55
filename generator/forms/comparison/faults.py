"""What a reviewer would say of a comparison: the rules CMP-1 to CMP-6."""

from collections.abc import Iterable, Iterator, Sequence

from generator.forms.catalogue import Fault, Rule, catalogue
from generator.forms.comparison.change import IndicatorChange
from generator.forms.comparison.faults_across_years import faults_across_years
from generator.forms.comparison.faults_in_head import faults_in_head
from generator.forms.comparison.faults_within_year import faults_within_year
from generator.forms.comparison.faulty import Said, names_of, told_of
from generator.forms.comparison.relation import Relation
from generator.forms.fields import split_indicator
from generator.forms.findings import Finding, Severity
from generator.forms.models import Form


def findings_of(
    current: Form, earlier: Form, relation: Relation, changes: Sequence[IndicatorChange]
) -> list[Finding]:
    """Return the findings of two forms, those on rows last and in their order.

    Fields are those of the current form.

    Within a year nothing may change (CMP-1, CMP-2, CMP-4); over the years targets should not
    become looser (CMP-3); spellings are told in any case (CMP-5, CMP-6).
    """
    found = [*faults_in_head(current, earlier), *_slips(current, earlier, changes)]
    if relation is Relation.SAME_YEAR:
        found += faults_within_year(current, earlier, changes)
    if relation is Relation.LATER_YEAR:
        found += faults_across_years(current, earlier, changes)
    return [_finding(each) for each in sorted(found, key=_row)]


def _row(spoken: Said) -> int:
    cell = split_indicator(spoken[1].field)
    return -1 if cell is None else cell[0]


def _slips(current: Form, earlier: Form, changes: Iterable[IndicatorChange]) -> Iterator[Said]:
    """CMP-6: a name that differs in one or two characters, as after scanning."""
    for change in changes:
        if change.slip:
            yield told_of("CMP-6", change, "name", names_of(current, earlier))


def _finding(spoken: Said) -> Finding:
    rule_id, found = spoken
    rule = catalogue()[rule_id]
    return Finding(
        rule=rule_id,
        severity=_severity(rule, found),
        field=found.field,
        message=_message(rule, found),
        entered=found.entered,
        expected=found.expected,
        reference=rule.reference,
        explanation=None,
    )


def _severity(rule: Rule, found: Fault) -> Severity:
    own = rule.variants[found.variant].severity if found.variant else None
    return Severity(own or rule.severity)


def _message(rule: Rule, found: Fault) -> str:
    variant = rule.variants[found.variant] if found.variant else None
    message = (variant and variant.message) or rule.message
    remedy = (variant and variant.remedy) or rule.remedy
    return (message + remedy).format_map(found.facts)
