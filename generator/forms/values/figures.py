"""Number literals: what makes one unreadable, and its exact value."""

import re
from decimal import Decimal

from generator.forms.values.readings import Why

_MOST_DIGITS = 15

# Checked in this order: the first that fits is the reason.
_FAULTS = (
    (re.compile(r"[0-9.,] [0-9.,]"), Why.SPLIT_NUMBER),
    (re.compile(r"(?<![A-Za-z0-9])(?=[OolI]*[0-9])[0-9]*[OolI][0-9OolI]*(?![A-Za-z])"),
     Why.LETTER_IN_NUMBER),
    (re.compile(r"(?<![0-9])\.[0-9]|[0-9]\.[0-9]*\.|[0-9]\.(?![0-9])"), Why.DECIMAL_POINTS),
    (re.compile(r"[0-9],(?![0-9]{3}(?![0-9]))(?=[0-9])|[0-9]{4,},[0-9]|\.[0-9]+,[0-9]"
                r"|(?<![0-9.,])0[0-9]*,[0-9]"), Why.DIGIT_GROUPS),
)  # fmt: skip
# Several small numbers in a row are a list, not one number: 第1,2,3期.
_LISTED = re.compile(r"(?<![0-9.,])[1-9][0-9]?(?:,[1-9][0-9]?){2,}(?![0-9.,])")
_LONG = re.compile(r"[0-9](?:[.,]?[0-9]){15,}")


def malformed(cell: str) -> Why | None:
    """Return why a number in the folded cell cannot be read safely, or None."""
    single = _LISTED.sub("", cell)
    for fault, why in _FAULTS:
        if fault.search(single):
            return why
    if any(_digits(match[0]) > _MOST_DIGITS for match in _LONG.finditer(cell)):
        return Why.TOO_MANY_DIGITS
    return None


def number(literal: str) -> Decimal:
    """Return the exact value of a well-formed literal, separators and all; -0 is 0."""
    value = Decimal(literal.replace(",", ""))
    return value if value else abs(value)


def _digits(literal: str) -> int:
    return len(re.sub("[.,]", "", literal).lstrip("0"))
