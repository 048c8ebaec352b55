"""From what a check found to a finding with its severity and words."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from generator.forms.catalogue.rules import Rule, Variant, catalogue
from generator.forms.findings import Finding, Severity
from generator.forms.numbers import text
from generator.forms.profiles import Profile

_USUAL = Variant.model_construct()
_LONGEST_QUOTE = 80  # characters


class Fault(Struct, frozen=True):
    """What a check found: where, and the facts its rule's message is filled with.

    ``variant`` names a case of the rule; ``effect`` is what the fault does to the total, in
    points; ``reference`` replaces the rule's own where the profile knows the source better.
    """

    field: str
    facts: Mapping[str, str]
    entered: str | None = None
    expected: str | None = None
    variant: str | None = None
    effect: Decimal | None = None
    reference: str | None = None
    explanation: str | None = None


def fault(
    field: str,
    *,
    entered: Decimal | str | None = None,
    expected: Decimal | str | None = None,
    variant: str | None = None,
    effect: Decimal | None = None,
    reference: str | None = None,
    explanation: str | None = None,
    **facts: object,
) -> Fault:
    """Return a fault; what was entered and expected also fill ``{entered}`` and ``{expected}``."""
    words = {"entered": entered, "expected": expected, **facts}
    return Fault(
        field,
        {name: shown(value) for name, value in words.items()},
        _plain(entered),
        _plain(expected),
        variant,
        effect,
        reference,
        explanation,
    )


def finding(rule_id: str, found: Fault, profile: Profile) -> Finding:
    """Turn a fault into the finding of a rule.

    Raises ``KeyError`` for an unknown rule or variant, or a fact the message needs and has not.
    """
    rule = catalogue()[rule_id]
    variant = rule.variants[found.variant] if found.variant else _USUAL
    message = (variant.message or rule.message) + (variant.remedy or rule.remedy)
    return Finding(
        rule=rule_id,
        severity=_severity(rule, variant, found.effect, profile),
        field=found.field,
        message=message.format_map(found.facts),
        entered=found.entered,
        expected=found.expected,
        reference=found.reference or rule.reference,
        explanation=found.explanation,
    )


def by_effect(effect: Decimal, profile: Profile) -> Severity:
    """Judge a difference by what it does to the total: points, either sign (DESIGN §5)."""
    limits = profile.tolerances
    if abs(effect) <= limits.effect_info.value:
        return Severity.INFO
    return Severity.WARNING if abs(effect) <= limits.effect_warning.value else Severity.ERROR


def shown(value: object) -> str:
    """Write a fact as staff read it: numbers with separators, long texts cut short."""
    if isinstance(value, Decimal):
        return f"{value:,f}"
    words = str(value)
    return words if len(words) <= _LONGEST_QUOTE else f"{words[: _LONGEST_QUOTE - 1]}…"


def _severity(rule: Rule, variant: Variant, effect: Decimal | None, profile: Profile) -> Severity:
    own = variant.severity_in.get(profile.id, variant.severity)
    if own is not None:
        return own
    severity = rule.severity_for(profile.id)
    if isinstance(severity, Severity):
        return severity
    return by_effect(effect or Decimal(0), profile)


def _plain(value: Decimal | str | None) -> str | None:
    return text(value) if isinstance(value, Decimal) else value
