"""What a reviewer would say of a comparison (CMP-1 to CMP-6)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from generator.forms.catalogue import Fault, Rule, catalogue, fault
from generator.forms.comparison.change import IndicatorChange, Kind, Relation, Why
from generator.forms.comparison.money import in_yuan
from generator.forms.comparison.names import same_body, timeless
from generator.forms.comparison.wording import wording
from generator.forms.fields import indicator_field, split_indicator
from generator.forms.findings import Finding, Severity
from generator.forms.models import EvaluatedIndicator, Form, TargetForm

Said = tuple[str, Fault]
"""The id of a rule and what it found."""

Facts = Mapping[str, Decimal | str]

WHOLE_BLOCK = "indicators"
"""The field of what is missing from the block of indicators."""


def names_of(current: Form, earlier: Form) -> dict[str, str]:
    """Return what the two forms are called: 2026年申报表, 2023年自评表."""
    return {"this": form_name(current), "that": form_name(earlier)}


def form_name(form: Form) -> str:
    """Return the year and kind of a form as staff say it."""
    kind = wording().forms["target" if isinstance(form, TargetForm) else "self_evaluation"]
    year = wording().phrases["year"].format(year=form.fiscal_year) if form.fiscal_year else ""
    return year + kind


def told(
    rule: str,
    field: str,
    facts: Facts,
    *,
    entered: Decimal | str | None = None,
    expected: Decimal | str | None = None,
    variant: str | None = None,
) -> Said:
    """Return what is said of a field; ``entered`` and ``expected`` are facts of it too."""
    named: dict[str, Any] = {**facts}
    return rule, fault(field, entered=entered, expected=expected, variant=variant, **named)


def told_of(
    rule: str, change: IndicatorChange, column: str, facts: Facts, variant: str | None = None
) -> Said:
    """Return what is said of one column (name, target) of an indicator in the current form.

    Its value there is what was entered, that of the earlier form what was expected.
    """
    assert change.now is not None and change.now_index is not None, "the form has this indicator"
    blank = wording().phrases["blank"]
    return told(
        rule,
        indicator_field(change.now_index, column),
        {"place": _place(change, with_former_name=column != "name"), **facts},
        entered=getattr(change.now, column) or blank,
        expected=getattr(change.earlier, column, None) or blank,
        variant=variant,
    )


def _place(change: IndicatorChange, *, with_former_name: bool) -> str:
    assert change.now is not None and change.now_index is not None, "the form has this indicator"
    words = wording().phrases
    former = change.earlier.name if change.earlier is not None and change.renamed else None
    phrase = words["renamed_place" if former and with_former_name else "place"]
    name, number = change.now.name or words["nameless"], change.now_index + 1
    return phrase.format(name=name, number=number, former=former)


_REQUEST = "funds.annual_request"
_INITIAL = "funds.annual_total.initial_budget"
_HALF_A_CENT = Decimal("0.005")
"""Printed amounts are rounded to two decimals of their unit."""

_UNCHANGED = (Kind.KEPT, Kind.RENAMED, Kind.MOVED)


def faults_within_year(
    current: Form, earlier: Form, changes: Sequence[IndicatorChange]
) -> Iterator[Said]:
    """Yield what a self-evaluation changed of the form its targets were approved with."""
    names = names_of(current, earlier)
    yield from _budget(current, earlier)
    for change in changes:
        yield from _indicator(change, names)


def _indicator(change: IndicatorChange, names: dict[str, str]) -> Iterator[Said]:
    if change.kind is Kind.DROPPED:
        assert change.earlier is not None, "it was in the earlier form"
        missing = change.earlier.name or wording().phrases["nameless"]
        yield told("CMP-1", WHOLE_BLOCK, names, expected=missing)
    elif change.kind is Kind.NEW:
        yield told_of("CMP-1", change, "name", names, "added")
    else:
        yield from _kept(change, names)


def _kept(change: IndicatorChange, names: dict[str, str]) -> Iterator[Said]:
    if change.renamed and not change.slip:
        yield told_of("CMP-1", change, "name", names, "renamed")
    if change.moved:
        yield told_of("CMP-1", change, "level2", names, "moved")
    if change.kind not in _UNCHANGED:
        yield told_of("CMP-2", change, "target", names, _mildly(change))


def _mildly(change: IndicatorChange) -> str | None:
    """Return the case of a target that differs, but perhaps asks for the same."""
    if change.kind is Kind.WORDING:
        return "wording"
    if change.target is not None and change.target.why is Why.BLANK_BEFORE:
        return "supplied"
    return "omitted" if change.target is not None and change.target.omitted else None


def _budget(current: Form, earlier: Form) -> Iterator[Said]:
    """CMP-4: the initial budget is what the year's target form asked for."""
    if not isinstance(earlier, TargetForm) or earlier.money_unit is None:
        return
    asked, initial = in_yuan(earlier, _REQUEST), in_yuan(current, _INITIAL)
    if asked is None or initial is None or current.money_unit is None:
        return
    if abs(asked - initial) > _rounding(current, earlier):
        facts: Facts = {"difference": abs(initial - asked), **names_of(current, earlier)}
        yield told("CMP-4", _INITIAL, facts, entered=initial, expected=asked)


def _rounding(*forms: Form) -> Decimal:
    """Return what rounding may explain, in 元."""
    return _HALF_A_CENT * max(10_000 if form.money_unit == "万元" else 1 for form in forms)


def faults_across_years(
    current: Form, earlier: Form, changes: Sequence[IndicatorChange]
) -> Iterator[Said]:
    """Yield the targets that became looser, lie far behind what was reached, or lost figures."""
    names = names_of(current, earlier)
    for change in changes:
        variant = _case(change)
        if variant is not None:
            facts = {**names, "actual": _actual(change)}
            yield told_of("CMP-3", change, "target", facts, variant)


def _case(change: IndicatorChange) -> str | None:
    """Return which case of the rule a change is, ``None`` for none."""
    if change.kind is Kind.LOOSER:
        if change.achieved is not None:
            return "looser_than_both"
        return "looser_after" if _actual(change) else "looser"
    if change.achieved is not None and change.achieved.far:
        return "behind"
    lost = change.target is not None and change.target.why is Why.FIGURES_LOST
    return "figures_lost" if lost else None


def _actual(change: IndicatorChange) -> str:
    earlier = change.earlier
    return (earlier.actual or "") if isinstance(earlier, EvaluatedIndicator) else ""


_BODIES = ("department", "unit")


def faults_in_head(current: Form, earlier: Form) -> Iterator[Said]:
    """Yield the names that are not those of the earlier form; a year in a name is no difference."""
    for field in ("project_name", *_BODIES):
        now, before = getattr(current, field), getattr(earlier, field)
        if not now or not before or now == before or _same_but_for_year(field, now, before):
            continue
        other_body = field in _BODIES and not same_body(now, before)
        yield told(
            "CMP-5",
            field,
            {"name": wording().phrases[field], **names_of(current, earlier)},
            entered=now,
            expected=before,
            variant="other_body" if other_body else None,
        )


def _same_but_for_year(field: str, now: str, before: str) -> bool:
    return field == "project_name" and timeless(now) == timeless(before)


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
