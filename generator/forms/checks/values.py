"""VAL-1 to VAL-3 and VAL-11: targets and actuals can be read, have their signs and one unit, and
are written in one way.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import Context, EvaluationContext, Row
from generator.forms.checks.deviations import is_undirected
from generator.forms.checks.registry import check, evaluation_check
from generator.forms.checks.vocabulary import measures
from generator.forms.checks.wording import INDICATOR_COLUMNS
from generator.forms.values import Assumed, Comparable, Mismatch, Quantity, Unreadable, Why, compare
from generator.forms.values.glyphs import fold
from generator.forms.values.signs import GLYPHS, SignsDisagreeError, glyph_sign

_WRONG_IN_ANY_TEXT = (
    Why.SIGNS_DISAGREE,
    Why.SIGN_WITHOUT_NUMBER,
    Why.IMPOSSIBLE_DATE,
    Why.REVERSED_RANGE,
)
_ONE_VALUE = rf"(?:^|[{GLYPHS}])[\d.,\sOoIl]+[^\d]{{0,6}}"


@check("VAL-1")
def figures_can_be_read(context: Context) -> Iterator[Fault]:
    """What looks like a number reads as one; the message says what is wrong with it."""
    for row in context.active:
        for column, name, value in (
            ("target", "年度指标值", row.target),
            ("actual", "实际完成值", row.actual),
        ):
            if isinstance(value, Unreadable) and _meant_as_value(value):
                yield fault(
                    row.field(column),
                    entered=value.text.strip(),
                    variant=value.why.value,
                    place=f"{row.place}的{name}",
                )


@check("VAL-2")
def targets_have_signs(context: Context) -> Iterator[Fault]:
    """A bare number as target leaves open whether more or less is better."""
    for row in context.active:
        target = row.target
        if isinstance(target, Quantity) and target.sign is None and not target.label:
            percent = target.unit.base == "%"
            yield fault(
                row.field("target"),
                entered=target.text.strip(),
                variant=_unsigned(row, target),
                place=row.place,
                assumed=f"{'=' if percent or not target.number else '≥'}{target.text.strip()}",
            )


def _unsigned(row: Row, target: Quantity) -> str | None:
    """Return how a bare number may be meant where it is not plainly the least there should be."""
    if not target.number:
        return "nothing"
    return "undirected" if is_undirected(row) else None


def _meant_as_value(value: Unreadable) -> bool:
    """Tell a slip in a value from a figure no value was meant by: 升级到V2.0.1, 1.完成；2.验收."""
    if value.why in _WRONG_IN_ANY_TEXT:
        return True
    match = re.search(_ONE_VALUE, fold(value.text))
    return match is not None and match.end() == len(fold(value.text))


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


Written = tuple[str, object]
"""What is written, which is to be written in one way, and how it is."""

_ZEROS = re.compile(r"[0-9][.．]0+(?![0-9])")
_GLYPHS = "≥≧⩾≽≤≦⩽≼=＝═﹦>＞﹥<＜﹤"
_SAME_SIGN = str.maketrans("≧⩾≽≦⩽≼═﹦﹥﹤", "≥≥≥≤≤≤==><")
_HALF_WIDTH = str.maketrans("＝＞＜", "=><")
"""Full width looks the same to its reader, so it is no other way of writing."""


@check("VAL-11")
def columns_are_written_in_one_way(context: Context) -> Iterator[Fault]:
    """Whole numbers of one unit have no decimals or the same (100, 100.00); one glyph a sign.

    Told once for each column, at the first cell that differs from those above it.
    """
    for column in ("target", "actual"):
        quantities = [
            (row, value)
            for row in context.active
            if isinstance(value := getattr(row, column), Quantity) and not value.label
        ]
        for variant, look in (("decimals", _decimals), ("signs", _sign)):
            pair = _first_two_ways(quantities, look)
            if pair is not None:
                usual, other = pair
                yield fault(
                    other.field(column),
                    entered=_text(other, column),
                    expected=_text(usual, column),
                    variant=variant,
                    column=INDICATOR_COLUMNS[column],
                )


def _first_two_ways(
    quantities: Sequence[tuple[Row, Quantity]], look: Callable[[Quantity], Written | None]
) -> tuple[Row, Row] | None:
    """Return the first rows that write the same in two ways."""
    first: dict[str, tuple[Row, object]] = {}
    for row, value in quantities:
        written = look(value)
        if written is None:
            continue
        usual, way = first.setdefault(written[0], (row, written[1]))
        if way != written[1]:
            return usual, row
    return None


def _decimals(value: Quantity) -> Written | None:
    """Return the unit of a whole number, and whether zeros stand behind its point."""
    if value.number != value.number.to_integral_value():
        return None
    return value.unit.base, bool(_ZEROS.search(value.text))


def _sign(value: Quantity) -> Written | None:
    """Return what a sign means and the glyphs it is written with."""
    text = value.text.lstrip()
    written = text[: len(text) - len(text.lstrip(_GLYPHS))]
    if not written:
        return None
    glyphs = written.translate(_HALF_WIDTH)
    try:
        return glyph_sign(glyphs.translate(_SAME_SIGN)).value, glyphs
    except SignsDisagreeError:
        return None


def _text(row: Row, column: str) -> str:
    value: Quantity = getattr(row, column)
    return value.text.strip()
