"""The sheets of a foreign workbook as the child reports them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.workbook.sheet.address import Area

_STATES = {"Visible": "visible", "Hidden": "hidden", "VeryHidden": "veryHidden"}


class ForeignCell(NamedTuple):
    """A cell that is not blank; rows and columns count from 1.

    ``kind`` is ``n`` (a number in 15 significant digits), ``b`` ("0" or "1") or ``s`` (a text; a
    date is one in ISO 8601).
    """

    row: int
    column: int
    kind: str
    value: str


class ForeignSheet(NamedTuple):
    """One worksheet; ``state`` is as an .xlsx writes it, ``merges`` are empty where unknown."""

    name: str
    state: str
    merges: list[Area]
    cells: list[ForeignCell]

    @classmethod
    def of(cls, reported: Mapping[str, Any]) -> "ForeignSheet":
        """Take one sheet of the child's answer."""
        areas = reported["merges"]
        return cls(
            str(reported["name"]),
            _STATES.get(reported["state"], "visible"),
            [(top + 1, left + 1, bottom + 1, right + 1) for top, left, bottom, right in areas],
            [ForeignCell(row + 1, column + 1, *rest) for row, column, *rest in reported["cells"]],
        )
