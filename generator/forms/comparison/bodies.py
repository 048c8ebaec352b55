"""Departments and units under different spellings: 上海市闵行区…局 and 闵行区…局（汇总）."""

from generator.forms.comparison.names import normalised, without_notes
from generator.forms.comparison.vocabulary import similar_names
from generator.forms.models import Form

_SHORTEST = 4
"""A name shorter than this says too little to be recognised inside a longer one."""


def same_body(one: str | None, other: str | None) -> bool:
    """Tell whether two names mean one body: alike but for notes and the region in front."""
    shorter, longer = sorted((_bare(one), _bare(other)), key=len)
    if shorter == longer:
        return bool(shorter)
    if len(shorter) < _SHORTEST or not longer.endswith(shorter):
        return False
    region = longer.removesuffix(shorter)
    return region[-1] in similar_names().region_endings


def same_owner(current: Form, earlier: Form) -> bool:
    """Tell whether nothing speaks against two forms being of one unit.

    Units are compared where both are given, else departments; what is missing is no objection.
    """
    for field in ("unit", "department"):
        now, before = getattr(current, field), getattr(earlier, field)
        if now and before:
            return same_body(now, before)
    return True


def _bare(name: str | None) -> str:
    return normalised(without_notes(name))
