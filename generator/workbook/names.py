"""Names in a workbook: by its defined names it is read back wherever its cells have moved to.

A scalar field has a name of its own (``jx_funds_annual_total_score``), a column of the indicator
block one name for all its rows (``jx_indicators_score``).
"""

import re
from functools import lru_cache

from generator.workbook.plan.places import Address
from generator.workbook.sheet.address import area

HIDDEN_SHEET = "_jixiao"
"""The very hidden sheet's name; it never ends in ``.py``, which would switch on a paid feature."""

PREFIX = "jx_"
COLUMN_PREFIX = "jx_indicators_"
HELPER_PREFIX = "jx_helper_"
_REFERENCE = re.compile(
    r"(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)"
)


def field_name(field: str) -> str:
    """Return the defined name of a scalar field."""
    return PREFIX + field.replace(".", "_")


def column_name(column: str) -> str:
    """Return the defined name of a column of the indicator block."""
    return COLUMN_PREFIX + column


def quoted(sheet: str) -> str:
    """Return a sheet's name as references write it."""
    return "'" + sheet.replace("'", "''") + "'"


@lru_cache(maxsize=1 << 12)
def parse_reference(reference: str) -> tuple[Address, Address] | None:
    """Return the first and last cell a name stands for, ``None`` for anything but one area.

    A name whose cells were deleted (``#REF!``) stands for nothing.
    """
    match = _REFERENCE.fullmatch(reference.strip())
    if match is None:
        return None
    sheet = (match[1] or match[2]).replace("''", "'")
    try:
        top, left, bottom, right = area(match[3].replace("$", ""))
    except ValueError:
        return None
    return Address(sheet, top, left), Address(sheet, bottom, right)
