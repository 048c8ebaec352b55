"""One worksheet as scanned: cells with their places, and what the reader wants to know."""

from collections.abc import Mapping, Set
from typing import NamedTuple

from msgspec import Struct

from generator.workbook.sheet.address import Area, Position
from generator.workbook.sheet.cell import Cell


class Span(NamedTuple):
    """Where an element is: the offset of its start tag, and of its end tag.

    For a self-closing element ``close`` is the offset of what follows it.
    """

    start: int
    close: int


class Rows(NamedTuple):
    """The rows of a sheet: cells by position, the place of each row, the hidden ones.

    ``filled`` are the cells that may show something: whatever is not there is blank.
    """

    cells: Mapping[Position, Cell]
    spans: dict[int, Span]
    hidden: set[int]
    filled: Set[Position]


class Sheet(Struct, frozen=True):
    """What one pass over the XML of a worksheet found; ``filled`` as in :class:`Rows`.

    ``rows`` and ``data`` (the element that holds the rows) are byte offsets for patching and
    hold only for XML of ``size`` bytes that was scanned.  ``dimension`` is what the file claims,
    None where it claims nothing readable.
    """

    cells: Mapping[Position, Cell]
    filled: Set[Position]
    rows: Mapping[int, Span]
    hidden_rows: set[int]
    data: Span
    size: int
    merges: list[Area]
    protected: bool
    dimension: Area | None
