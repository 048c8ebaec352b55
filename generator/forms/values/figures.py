"""Small pieces from which the regular expressions of this package are put together."""

import re
from collections.abc import Iterable
from decimal import Decimal

from generator.forms.values.readings import Why
from generator.forms.words import alternatives


def any_of(*lists: Iterable[str]) -> str:
    """Return a pattern for any word of some lists, the longest first (不低于 before 低于)."""
    return alternatives(word for words in lists for word in words)


NUMBER = r"(?:[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)"
"""A number without sign, as ``figures.malformed`` lets it pass."""


_DIGITS = frozenset("0123456789")
_MOST_DIGITS = 15

# Checked in this order: the first that fits is the reason.  No text without one of the glyphs in
# front has the fault, so most forms need no pattern of these.
_FAULTS = (
    (" ", r"[0-9.,] [0-9.,]", Why.SPLIT_NUMBER),
    ("OolI", r"(?<![A-Za-z0-9])(?=[OolI]*[0-9])[0-9]*[OolI][0-9OolI]*(?![A-Za-z])",
     Why.LETTER_IN_NUMBER),
    (".", r"(?<![0-9])\.[0-9]|[0-9]\.[0-9]*\.|[0-9]\.(?![0-9])", Why.DECIMAL_POINTS),
    (",", r"[0-9],(?![0-9]{3}(?![0-9]))(?=[0-9])|[0-9]{4,},[0-9]|\.[0-9]+,[0-9]"
          r"|(?<![0-9.,])0[0-9]*,[0-9]", Why.DIGIT_GROUPS),
)  # fmt: skip
# Several small numbers in a row are a list, not one number: 第1,2,3期.
_LISTED = r"(?<![0-9.,])[1-9][0-9]?(?:,[1-9][0-9]?){2,}(?![0-9.,])"
_LONG = r"[0-9](?:[.,]?[0-9]){15,}"


def malformed(cell: str) -> Why | None:
    """Return why a number in the folded cell cannot be read safely, or None."""
    single = re.sub(_LISTED, "", cell) if "," in cell else cell
    for glyphs, fault, why in _FAULTS:
        if any(map(single.__contains__, glyphs)) and re.search(fault, single):
            return why
    return Why.TOO_MANY_DIGITS if _is_too_long(cell) else None


def number(literal: str) -> Decimal:
    """Return the exact value of a well-formed literal, separators and all; -0 is 0."""
    value = Decimal(literal.replace(",", ""))
    return value if value else abs(value)


def has_digit(text: str) -> bool:
    """Tell whether a figure stands in a folded text."""
    return not _DIGITS.isdisjoint(text)


def _is_too_long(cell: str) -> bool:
    if len(cell) <= _MOST_DIGITS or sum(map(cell.count, _DIGITS)) <= _MOST_DIGITS:
        return False
    return any(_digits(match[0]) > _MOST_DIGITS for match in re.finditer(_LONG, cell))


def _digits(literal: str) -> int:
    return len(re.sub("[.,]", "", literal).lstrip("0"))
