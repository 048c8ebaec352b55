"""VAL-7 to VAL-9: the name of an indicator and its target speak of the same kind of thing."""

import re
from collections.abc import Iterator

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import Context, Row
from generator.forms.checks.registry import check
from generator.forms.checks.vocabulary import measures, plain, without_note
from generator.forms.checks.wording import INDICATOR_COLUMNS
from generator.forms.values import Qualitative, Quantity, Range, Sign, parse
from generator.forms.values.numerals import NUMERALS, ends_in_number
from generator.forms.values.signs import GLYPHS

_SIGNED_FIGURE = rf"[{GLYPHS}][0-9][^的]*$"
_NUMBERING = f"{NUMERALS}0123456789"
_WHOLE = 100  # percent


@check("VAL-7")
def units_fit_names(context: Context) -> Iterator[Fault]:
    """A rate is given in percent, a number of things is not.  A growth in percent is no number."""
    for row in context.active:
        target = row.target
        if not isinstance(target, Quantity):
            continue
        variant = _misfit(row, target)
        if variant is not None:
            yield fault(
                row.field("target"),
                entered=target.text.strip(),
                variant=variant,
                place=row.place,
                unit=target.unit.name,
            )


@check("VAL-8")
def shares_lie_between_none_and_all(context: Context) -> Iterator[Fault]:
    """A share lies between 0 and 100 %; changes and yields may lie outside."""
    for row in context.active:
        for column, value in (("target", row.target), ("actual", row.actual)):
            if isinstance(value, Quantity) and value.unit.dimension == "ratio":
                variant = _out_of_bounds(row, value)
                if variant is not None:
                    yield fault(
                        row.field(column),
                        entered=value.text.strip(),
                        variant=variant,
                        place=f"{row.place}的{INDICATOR_COLUMNS[column]}",
                    )


@check("VAL-9")
def names_carry_no_thresholds(context: Context) -> Iterator[Fault]:
    """What is to be reached stands in the target; a name that ends in it (≥500) judges twice."""
    for row in context.active:
        if row.name and _ends_in_threshold(row.name):
            yield fault(row.field("name"), entered=row.name, place=f"第{row.index + 1}项指标的名称")


def _misfit(row: Row, target: Quantity) -> str | None:
    """Return how name and unit disagree, None where they do not."""
    name, unit, rates = without_note(row.name), target.unit, measures().rates
    if unit.dimension == "ratio":
        counts = not target.label and _says_how_many(name)
        return "count" if counts and not measures().any_unbounded.is_in(name) else None
    bare = not unit.base and unit.multiplier == 1 and target.number > 1
    if not rates.names(name):
        return "approval" if bare and name.endswith(measures().approval) else None
    if not unit.base:
        return "bare" if bare else None
    return None if unit.base in rates.units or "/" in unit.base else "rate"


def _out_of_bounds(row: Row, value: Quantity) -> str | None:
    """Return on which side a share lies outside, None where it does not."""
    number = value.number * value.unit.factor
    if 0 <= number <= _WHOLE:
        return None
    name = without_note(row.name)
    words = name + value.label
    if not measures().any_share.is_in(words) or measures().any_unbounded.is_in(words):
        return None
    if number < 0:
        return "below"
    return "plan" if name.endswith(measures().plans) else "above"


def _ends_in_threshold(name: str) -> bool:
    reading = parse(name)
    if isinstance(reading, Quantity | Range):
        bounded = isinstance(reading, Range) or reading.sign not in (None, Sign.EQ)
        return bounded and bool(reading.label) and plain(name).startswith(reading.label)
    if isinstance(reading, Qualitative) and not reading.figures:
        return False
    return re.search(_SIGNED_FIGURE, plain(name)) is not None


def _says_how_many(name: str) -> bool:
    """Tell whether a name says how many: 发放量, 例行巡检二次."""
    counts = measures().counts
    if name.endswith(counts.endings) and not name.endswith(counts.exceptions):
        return True
    numbered = ends_in_number(name, counts.counted, _NUMBERING)
    return numbered and not name.endswith(counts.idioms)
