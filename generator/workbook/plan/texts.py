"""The words a cell shows, and the height that shows all of them."""

import unicodedata
from datetime import date
from decimal import Decimal
from math import ceil
from typing import Any

from generator.forms.fields import get
from generator.forms.models import Form

LINE = 15.0
"""Points a line of the 10.5-point body text takes."""

PADDING = 6.0
HIGHEST = 409.0
"""A sheet row cannot be higher than this (in points)."""

_TITLE_LINE = 26.0


def lines(text: str, width: float) -> int:
    """Return how many lines a text fills in a column ``width`` characters wide.

    A Chinese character is as wide as two digits, by which spreadsheets measure columns.
    """
    usable = max(width - 1.2, 2.0)
    return sum(max(1, ceil(_width(part) / usable)) for part in text.split("\n"))


def _width(text: str) -> float:
    wide = sum(unicodedata.east_asian_width(char) in "WFA" for char in text)
    return len(text) + wide * 1.02


def height(text: str, width: float) -> float:
    """Return the points a text needs in a cell ``width`` characters wide."""
    return lines(text, width) * LINE + PADDING


def title_height(text: str, width: float) -> float:
    """Return the points a title (in larger type) needs."""
    return lines(text, width / 1.7) * _TITLE_LINE + PADDING


def spread(needed: float) -> list[float]:
    """Return the heights of the rows that together are as high as needed, none too high."""
    rows = max(1, ceil(needed / HIGHEST))
    return [round(needed / rows, 1)] * rows


def label_text(label: str | None, form: Form) -> str:
    """Return a label with the form's unit of money put in."""
    return (label or "").replace("{money_unit}", form.money_unit or "元")


def shown_text(form: Form, field: str) -> str:
    """Return roughly what a field shows: figures with separators and two decimals."""
    value: Any = get(form, field)
    if isinstance(value, Decimal):
        return f"{value:,.2f}"
    return "" if value is None else str(value)


def iso_date(text: str | None) -> date | None:
    """Return the date an ISO text (2026-01-01) names, ``None`` for any other text."""
    if text is None or len(text) != 10:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
