"""The edits that put values and formulas' results into cells."""

from decimal import Decimal
from typing import Any

from generator.workbook.formulas import twin
from generator.workbook.sheet.edits import KEEP, Clear, Edit, NewFormula, SetNumber, SetText


def set_value(value: Any, formula: NewFormula = KEEP) -> Edit:
    """Return the edit that puts a value of a form into a cell."""
    if value is None:
        return Clear(formula)
    if isinstance(value, str):
        return SetText(value, formula)
    return SetNumber(Decimal(value), formula)


def cached(value: Any, formula: NewFormula) -> Edit:
    """Return the edit for a formula's value; a formula that shows nothing shows ``""``."""
    if value is None and formula is KEEP:
        return SetText("", KEEP)
    return set_value(value, formula)


def helper_values(
    target: twin.Pieces, actual: twin.Pieces, score: Decimal | None
) -> tuple[str | Decimal | None, ...]:
    """Return what the helper columns of one row show, in their order."""
    number = twin.actual_number(actual)
    unit = actual.unit if number is not None else ""
    return (
        *(target.text, target.literal, target.number, target.sign, target.unit),
        *(actual.text, actual.literal, number, unit, score),
    )
