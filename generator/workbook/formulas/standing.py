"""Helper cells that already show what they should, told from their bytes.

A form has ten helper cells an indicator, and hardly any has to change: reading each of them would
cost more than all that is done about the others.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from generator.workbook.sheet.escapes import encode
from generator.workbook.sheet.known_row import ATTRIBUTES, TYPE, VALUE
from generator.workbook.sheet.markup import number


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
