"""Which cells hold dates, truth values or text: found in few round trips.

Asking cell by cell is too slow, and LibreOffice's own list of uniformly formatted ranges costs a
new object for each.  So one collection of ranges is filled and asked for its number format; when
the answer is "several", its halves are asked.  A sheet whose numbers all look alike takes one
question.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from xladdin.libreoffice.area import Area
from xladdin.libreoffice.number_formats import Kind, NumberFormats, is_standard
from xladdin.libreoffice.remote import Remote

Cell = tuple[int, int]

_RANGES = "com.sun.star.sheet.SheetCellRanges"


class CellSet:
    """Some cells of one sheet, taken together."""

    def __init__(self, document: Remote, sheet: int) -> None:
        self._sheet = sheet
        self._ranges: Remote = document.createInstance(_RANGES)

    def set(self, runs: Iterable[Area], name: str, value: object) -> None:
        """Give a property of all these cells a value, at once."""
        addresses = tuple(run.remote(self._sheet) for run in runs)
        self._ranges.addRangeAddresses(addresses, False)
        setattr(self._ranges, name, value)
        self._ranges.removeRangeAddresses(addresses)

    def clear(self, runs: Iterable[Area], flags: int) -> None:
        """Clear what the flags (``com.sun.star.sheet.CellFlags``) name, at once."""
        addresses = tuple(run.remote(self._sheet) for run in runs)
        self._ranges.addRangeAddresses(addresses, False)
        self._ranges.clearContents(flags)
        self._ranges.removeRangeAddresses(addresses)

    def groups(self, runs: list[Area], name: str) -> Iterator[tuple[list[Area], Any]]:
        """Yield the cells in groups that agree on a property, with its value."""
        addresses = tuple(run.remote(self._sheet) for run in runs)
        self._ranges.addRangeAddresses(addresses, False)
        mixed = is_mixed(self._ranges, name)
        value = None if mixed else getattr(self._ranges, name)
        self._ranges.removeRangeAddresses(addresses)
        if not mixed:
            yield runs, value
            return
        for half in _halves(runs):
            yield from self.groups(half, name)

    def formats(self, runs: list[Area]) -> Iterator[tuple[list[Area], int]]:
        """Yield the cells in groups of one number format each."""
        key = self._format(runs)
        if key is not None:
            yield runs, key
            return
        for half in _halves(runs):
            yield from self.formats(half)

    def _format(self, runs: list[Area]) -> int | None:
        addresses = tuple(run.remote(self._sheet) for run in runs)
        self._ranges.addRangeAddresses(addresses, False)
        key = int(self._ranges.NumberFormat)
        mixed = is_standard(key) and is_mixed(self._ranges, "NumberFormat")
        self._ranges.removeRangeAddresses(addresses)
        return None if mixed else key


class KindFinder:
    """Finds the kinds of cells of one sheet."""

    def __init__(self, document: Remote, sheet: int, formats: NumberFormats) -> None:
        self._cells = CellSet(document, sheet)
        self._formats = formats

    def groups(self, cells: Iterable[Cell]) -> Iterator[tuple[list[Area], Kind, int]]:
        """Yield the cells in groups of one number format: where, of what kind, which format."""
        runs = vertical_runs(cells)
        for group, key in self._cells.formats(runs) if runs else ():
            yield group, self._formats.kind(key), key

    def of_kind(self, cells: Iterable[Cell], wanted: Kind) -> set[Cell]:
        """Return those of the cells that are of a kind."""
        found = (group for group, kind, _ in self.groups(cells) if kind is wanted)
        return {cell for group in found for run in group for cell in cells_of(run)}


def vertical_runs(cells: Iterable[Cell]) -> list[Area]:
    """Return the cells as columns of adjacent ones, from left to right."""
    runs: list[Area] = []
    for column, row in sorted((column, row) for row, column in cells):
        last = runs[-1] if runs else None
        if last and last.column == column and last.bottom + 1 == row:
            runs[-1] = Area(last.row, column, last.rows + 1)
        else:
            runs.append(Area(row, column))
    return runs


def cells_of(area: Area) -> Iterator[Cell]:
    """Yield row and column of every cell."""
    for row in range(area.row, area.bottom + 1):
        for column in range(area.column, area.right + 1):
            yield row, column


def is_mixed(cells: Remote, name: str) -> bool:
    """Tell whether the cells disagree on a property."""
    return str(cells.getPropertyState(name).value) == "AMBIGUOUS_VALUE"


def _halves(runs: list[Area]) -> tuple[list[Area], list[Area]]:
    if len(runs) > 1:
        middle = len(runs) // 2
        return runs[:middle], runs[middle:]
    (run,) = runs
    upper = run.rows // 2
    lower = Area(run.row + upper, run.column, run.rows - upper)
    return [Area(run.row, run.column, upper)], [lower]
