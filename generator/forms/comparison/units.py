"""Figures of two forms in one unit: a little more lenient than within one form.

A year's target says the same per year, and 人次 may have been 次 before; the change of unit is
told all the same.
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from generator.forms.comparison.vocabulary import similar_names
from generator.forms.values import Comparable, Mismatch, Quantity, Unit, compare, unit


class Figures(Struct, frozen=True):
    """Two numbers in one unit; ``unit_changed`` where the forms name different ones.

    ``omitted``: one of the forms names none.
    """

    earlier: Decimal
    now: Decimal
    unit_changed: bool = False
    omitted: bool = False


def in_one_unit(earlier: Quantity, now: Quantity) -> Figures | Mismatch:
    """Return the numbers of two quantities in one unit, or why there is none."""
    pair = compare(earlier, now)
    if isinstance(pair, Comparable):
        assumed = pair.assumed is not None
        return Figures(pair.target, pair.actual, unit_changed=assumed, omitted=assumed)
    near = compare(_leniently(earlier), _leniently(now))
    if isinstance(near, Comparable) and near.assumed is None:
        return Figures(near.target, near.actual, unit_changed=True)
    return pair.why


def _leniently(quantity: Quantity) -> Quantity:
    return replace(quantity, unit=_usual(quantity.unit))


def _usual(measured: Unit) -> Unit:
    yearless = unit(measured.name.removesuffix(similar_names().yearly))
    return replace(yearless, base=_near().get(yearless.base, yearless.base))


@cache
def _near() -> Mapping[str, str]:
    return {name: group[0] for group in similar_names().near_units for name in group}
