"""The facts the rules of a comparison are told with."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from generator.forms.catalogue import Fault, fault
from generator.forms.comparison.change import IndicatorChange
from generator.forms.comparison.wording import wording
from generator.forms.fields import indicator_field
from generator.forms.models import Form, TargetForm

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
