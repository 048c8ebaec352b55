"""VAL-3: target and actual are in one unit."""

from collections.abc import Iterator

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import EvaluationContext
from generator.forms.checks.registry import evaluation_check
from generator.forms.checks.vocabulary import measures
from generator.forms.values import Assumed, Comparable, Mismatch, Quantity, compare

_YEAR = "年"
_PERIODS = (_YEAR, "半年", "季度", "月", "周", "天")


@evaluation_check("VAL-3")
def units_agree(context: EvaluationContext) -> Iterator[Fault]:
    """Target and actual are in one unit; a unit left out is noted where it can only be that one.

    Nothing is nothing in any unit, and 12次 answers 12次/年.
    """
    for row in context.active:
        if not isinstance(row.target, Quantity) or not isinstance(row.actual, Quantity):
            continue
        variant = _mismatch(row.target, row.actual)
        if variant:
            yield fault(
                row.field("actual"),
                entered=row.actual.text.strip(),
                expected=row.target.unit.name,
                variant=variant,
                place=row.place,
                target=row.target.text.strip(),
            )


def _mismatch(target: Quantity, actual: Quantity) -> str | None:
    """Return how the units of target and actual disagree, None where they do not."""
    if _is_plain_zero(actual) or _is_plain_zero(target):
        return None
    pair = compare(target, actual)
    if isinstance(pair, Comparable):
        if pair.assumed is Assumed.MISSING_UNIT and not target.unit.base:
            return None
        return pair.assumed.value if pair.assumed else None
    if _is_same_multiplier(target, actual):
        return Assumed.MISSING_UNIT.value
    period = _period(target, actual)
    if period is not None:
        return None if period == _YEAR else "period"
    return _of_counters(target, actual) if pair.why is Mismatch.DIFFERENT_UNITS else pair.why.value


def _of_counters(target: Quantity, actual: Quantity) -> str | None:
    """Tell units that differ from measure words that stand for one another: 10人, 10名."""
    words = measures()
    bases = {target.unit.base, actual.unit.base}
    if any(bases <= set(group) for group in words.same_counters) or _is_either(*bases):
        return None
    times = {target.unit.dimension, actual.unit.dimension} == {"time", "calendar"}
    if times or any(bases <= set(group) for group in words.like_counters):
        return "like_units"
    return Mismatch.DIFFERENT_UNITS.value


def _is_either(one: str, other: str) -> bool:
    """Tell whether one unit names the other among two that stand for one another: 台/套, 套."""
    counters = {word for group in measures().like_counters for word in group}
    longer, shorter = sorted((one, other), key=len, reverse=True)
    names = longer.split("/")
    return shorter in names and set(names) <= counters


def _is_plain_zero(value: Quantity) -> bool:
    return not value.number and not value.unit.base and not value.label


def _is_same_multiplier(target: Quantity, actual: Quantity) -> bool:
    """Tell whether 元 alone was left out: 100万元 and 95.6万."""
    one, other = target.unit, actual.unit
    return one.dimension == "money" and not other.base and one.multiplier == other.multiplier != 1


def _period(target: Quantity, actual: Quantity) -> str | None:
    """Return the period that only the target names: 年 of 12次/年 and 12次."""
    base, _, period = target.unit.base.rpartition("/")
    return period if period in _PERIODS and base == actual.unit.base else None
