"""Exact numbers: doubles from workbooks, rounding, cutting, plain decimal text.

Spreadsheets calculate with 15 significant digits; money, weights and scores here are ``Decimal``.
"""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal

_WIDE = Context(prec=60)
"""Room for the quotient of the largest and the smallest figure a form can hold."""


def from_double(value: float) -> Decimal:
    """Take a double from a workbook at the 15 significant digits a spreadsheet shows.

    Without this step ``ROUND`` and half-up rounding part ways in one cell of two hundred.
    """
    written = format(value, ".15g")
    return Decimal(written) if value and "e" not in written else plain(Decimal(written))


def plain(value: Decimal) -> Decimal:
    """Return an equal number written without an exponent, and without a negative zero."""
    if not value:
        return Decimal(0)
    exponent = value.as_tuple().exponent
    is_large = isinstance(exponent, int) and exponent > 0
    return value.quantize(Decimal(1), context=_WIDE) if is_large else value


def round_half_up(value: Decimal, places: int) -> Decimal:
    """Round to ``places`` decimals, halves away from zero: Excel's ``ROUND``.

    The value is first taken to 10 decimals more than needed for any form, as our workbook
    formulas do, so that both sides see the same halves.
    """
    fine = value.quantize(Decimal(1).scaleb(-10), ROUND_HALF_UP, _WIDE)
    return fine.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)


def cut(value: Decimal, places: int) -> Decimal:
    """Cut after ``places`` decimals: Excel's ``ROUNDDOWN``, used to explain cut figures."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_DOWN, _WIDE)


def text(value: Decimal) -> str:
    """Write a number as plain decimal text: no exponent, no separators."""
    return format(value, "f")
