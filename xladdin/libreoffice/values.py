"""Cell values between Python and a spreadsheet: pure conversions, no LibreOffice needed.

LibreOffice knows numbers and text.  A date is a number in a date format, a truth value a number
in a truth format; what a number means is therefore decided by :mod:`kinds`.
"""

import datetime as dt
import math
import numbers
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any


class CellError(StrEnum):
    """What a cell shows instead of a value."""

    NULL = "#NULL!"
    DIVISION = "#DIV/0!"
    VALUE = "#VALUE!"
    REFERENCE = "#REF!"
    NAME = "#NAME?"
    NUMBER = "#NUM!"
    MISSING = "#N/A"
    UNKNOWN = "#ERROR!"  # some error; which one is only looked up when somebody asks


CellValue = str | float | bool | dt.datetime | CellError | None
Matrix = list[list[CellValue]]

EXCEL_EPOCH = dt.datetime(1899, 12, 30)
_DAY = dt.timedelta(days=1)
_MILLISECONDS = 86_400_000
_ERRORS = {
    502: CellError.VALUE,
    503: CellError.NUMBER,
    519: CellError.VALUE,
    521: CellError.NULL,
    524: CellError.REFERENCE,
    525: CellError.NAME,
    532: CellError.DIVISION,
    32767: CellError.MISSING,
}


def prepare(value: Any) -> CellValue:
    """Return a Python value as a cell can hold it; nothing (None, NaN) is the empty text."""
    if isinstance(value, str):
        return value
    if hasattr(value, "item"):  # a number of NumPy
        value = value.item()
    if value is None or value != value:  # NaN is the one value unequal to itself
        return ""
    if isinstance(value, bool | dt.datetime):
        return value
    if isinstance(value, dt.date):
        return dt.datetime(value.year, value.month, value.day)
    return float(value) if isinstance(value, numbers.Real | Decimal) else str(value)


def clean(
    data: Iterable[Iterable[Any]],
    datetime_builder: Callable[..., Any],
    empty_as: Any,
    number_builder: Callable[[float], Any] | None,
    err_to_str: bool,
) -> list[list[Any]]:
    """Return what was read in the types the caller has asked for."""

    def cleaned(value: Any) -> Any:
        if isinstance(value, CellError):
            return str(value) if err_to_str else None
        if value is None or value == "":
            return empty_as
        if isinstance(value, dt.datetime):
            return _built(value, datetime_builder)
        if number_builder is not None and isinstance(value, float):
            return number_builder(value)
        return value

    return [[cleaned(value) for value in row] for row in data]


def to_serial(moment: dt.datetime, epoch: dt.datetime = EXCEL_EPOCH) -> float:
    """Return the number a document of this null date stores for a moment (zones are dropped)."""
    return (moment.replace(tzinfo=None) - epoch) / _DAY


def from_serial(number: float, epoch: dt.datetime = EXCEL_EPOCH) -> dt.datetime | float:
    """Return the moment a number stands for, to the millisecond; the number if there is none."""
    try:
        return epoch + dt.timedelta(milliseconds=round(number * _MILLISECONDS))
    except OverflowError:
        return number


def error(code: int) -> CellError:
    """Return Excel's error for LibreOffice's number of it."""
    return _ERRORS.get(code, CellError.VALUE)


def matrix(data: Any, rows: int, columns: int) -> Matrix:
    """Return rows of values from a scalar (repeated), one row or rows; refuse another size."""
    if not isinstance(data, list | tuple):
        return [[data] * columns for _ in range(rows)]
    listed = [list(row) for row in data] if data and isinstance(data[0], list | tuple) else [data]
    if len(listed) != rows or any(len(row) != columns for row in listed):
        raise ValueError(f"{rows} by {columns} cells cannot take {_shape(listed)} values")
    return [list(row) for row in listed]


def number_text(number: float) -> str:
    """Return a number as Excel's formula bar shows it: at most 15 digits, no needless ``.0``."""
    if math.isfinite(number) and number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return format(number, ".15g")


def _shape(rows: Sequence[Sequence[Any]]) -> str:
    return f"{len(rows)} by {max(map(len, rows), default=0)}"


def _built(moment: dt.datetime, builder: Callable[..., Any]) -> Any:
    if builder is dt.datetime:
        return moment
    names = ("year", "month", "day", "hour", "minute", "second", "microsecond")
    return builder(**{name: getattr(moment, name) for name in names}, tzinfo=None)
