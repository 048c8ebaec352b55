"""Target and actual in one unit, or the reason why there is none."""

from decimal import Context, Decimal
from enum import Enum

from msgspec import Struct

from generator.forms.values.readings import Quantity, Unit
from generator.forms.values.vocabulary import Words, vocabulary

# 15 digits times the largest factor (PB, 16 digits) do not fit the usual 28.
_EXACT = Context(prec=60)
_MOST_RATIO = Decimal("1.5")
_NEEDS_ITS_NAME = ("money", "time")


class Assumed(Enum):
    """What had to be assumed to compare two quantities."""

    RATIO = "ratio"
    """A bare number against a percentage was taken as a ratio: 0.95 for 95%."""
    MISSING_UNIT = "missing_unit"
    """A bare number was taken to have the unit of the other side: 27 for 27人."""


class Mismatch(Enum):
    """Why two quantities cannot be compared."""

    PERCENT_OR_COUNT = "percent_or_count"
    """A percentage against a bare number that is no ratio: 100% and 100."""
    MULTIPLIER_MISSING = "multiplier_missing"
    """A unit with a multiplier against a bare number: 30.68万份 and 30.5."""
    UNIT_MISSING = "unit_missing"
    """Money or time against a bare number: 3小时 and 2."""
    DIFFERENT_UNITS = "different_units"
    """Units that do not convert: 人 and 人次."""
    OPPOSITE_DIRECTIONS = "opposite_directions"
    """A rise against a fall: 增长5% and 下降5%."""


class Comparable(Struct, frozen=True):
    """Both numbers in one unit, and what was assumed to get there."""

    target: Decimal
    actual: Decimal
    assumed: Assumed | None = None


class Incomparable(Struct, frozen=True):
    """The quantities have no common unit; ``why`` says what is wrong."""

    why: Mismatch


Comparison = Comparable | Incomparable


def compare(target: Quantity, actual: Quantity) -> Comparison:
    """Bring target and actual to one unit.

    Equal units keep their numbers; others of one dimension are turned into its reference, so the
    result is always exact.  Signs and approximation play no part.
    """
    if _opposite(target.label, actual.label):
        return Incomparable(Mismatch.OPPOSITE_DIRECTIONS)
    one, other = target.unit, actual.unit
    if one.base == other.base or (one.dimension and one.dimension == other.dimension):
        if one.factor == other.factor:
            return Comparable(target.number, actual.number)
        return Comparable(_scaled(target, one.factor), _scaled(actual, other.factor))
    if not one.base:
        return _mirrored(_against_bare(actual, target))
    if not other.base:
        return _against_bare(target, actual)
    return Incomparable(Mismatch.DIFFERENT_UNITS)


def _against_bare(named: Quantity, bare: Quantity) -> Comparison:
    """Compare a quantity that has a unit with one that has none."""
    unit = named.unit
    if unit.dimension == "ratio":
        if bare.unit.factor == 1 and 0 <= bare.number <= _MOST_RATIO:
            percent = _scaled(bare, Decimal(100))
            return Comparable(_scaled(named, unit.factor), percent, Assumed.RATIO)
        return Incomparable(Mismatch.PERCENT_OR_COUNT)
    if _needs_its_name(unit):
        return Incomparable(Mismatch.UNIT_MISSING)
    if unit.multiplier != 1 and bare.unit.multiplier == 1:
        return Incomparable(Mismatch.MULTIPLIER_MISSING)
    one, other = _scaled(named, unit.multiplier), _scaled(bare, bare.unit.multiplier)
    return Comparable(one, other, Assumed.MISSING_UNIT)


def _scaled(quantity: Quantity, factor: Decimal) -> Decimal:
    return _EXACT.multiply(quantity.number, factor)


def _needs_its_name(unit: Unit) -> bool:
    return unit.dimension is not None and unit.dimension.split("/")[0] in _NEEDS_ITS_NAME


def _mirrored(comparison: Comparison) -> Comparison:
    if isinstance(comparison, Incomparable):
        return comparison
    return Comparable(comparison.actual, comparison.target, comparison.assumed)


def _opposite(target: str, actual: str) -> bool:
    rise, fall = vocabulary().rise, vocabulary().fall
    return (_says(target, rise) and _says(actual, fall)) or (
        _says(target, fall) and _says(actual, rise)
    )


def _says(label: str, words: Words) -> bool:
    return bool(label) and any(word in label for word in words)
