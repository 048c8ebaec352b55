"""The edits that put values and formulas' results into cells, where they do not stand there yet."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from generator.workbook.formulas import twin
from generator.workbook.sheet.edits import KEEP, Clear, Edit, NewFormula, SetNumber, SetText
from generator.workbook.sheet.escapes import encode
from generator.workbook.sheet.markup import number
from generator.workbook.sheet.quick.known_row import ATTRIBUTES, TYPE, VALUE


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


def all_stand(
    cells: Mapping[int, re.Match[bytes]],
    columns: Iterable[int],
    values: Sequence[str | Decimal | None],
) -> bool:
    """Tell whether a row surely shows ``values`` in ``columns``, each by a formula.

    ``cells`` are matches of ``CELL`` by column.  False says nothing: another notation of the
    same value has to be read.
    """
    return all(
        (cell := cells.get(column)) is not None
        and cell[ATTRIBUTES] is not None
        and (cell[TYPE] or b"n", cell[VALUE] or b"") == _written(value)
        for column, value in zip(columns, values, strict=True)
    )


@lru_cache(maxsize=1 << 12)
def _written(value: str | Decimal | None) -> tuple[bytes, bytes]:
    """Return the type and the content of a cell that shows a value, as our workbooks have it."""
    if isinstance(value, Decimal):
        return b"n", number(value)
    return b"str", encode(value or "")
