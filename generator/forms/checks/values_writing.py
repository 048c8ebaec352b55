"""VAL-11: figures and signs of one column are written in one way."""

import re
from collections.abc import Callable, Iterator, Sequence

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import Context, Row
from generator.forms.checks.registry import check
from generator.forms.checks.wording import INDICATOR_COLUMNS
from generator.forms.values import Quantity
from generator.forms.values.signs import SignsDisagreeError, glyph_sign

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
