"""One departure from what was issued: a rule's fault, and the cell it stands in."""

from typing import NamedTuple

from msgspec.structs import replace

from generator.forms.catalogue import Fault, fault
from generator.workbook.plan.places import Address

WHOLE_FORM = "title"
"""The field of what concerns no field: findings always have one."""

BLANK = "（空白）"
_LISTED = 12


class Discrepancy(NamedTuple):
    """A fault of a rule of the family ISS; ``place`` is ``None`` where it is no cell's."""

    rule: str
    fault: Fault
    place: Address | None = None


def on_the_whole(rule: str, variant: str | None = None, **facts: str) -> Discrepancy:
    """Return a discrepancy that concerns the workbook as a whole."""
    entered, expected = facts.pop("entered", None), facts.pop("expected", None)
    found = fault(WHOLE_FORM, entered=entered, expected=expected, variant=variant)
    return Discrepancy(rule, replace(found, facts={**found.facts, **facts}))


def listed(names: list[str]) -> str:
    """Name some things, the first dozen in full."""
    if len(names) <= _LISTED:
        return "、".join(names)
    return "、".join(names[:_LISTED]) + f"等{len(names)}处"
