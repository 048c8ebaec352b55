"""The words a cell shows, as far as its width and height depend on them."""

from datetime import date
from decimal import Decimal
from typing import Any

from generator.forms.fields import get
from generator.forms.models import Form


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
