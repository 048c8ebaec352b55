"""What has been typed since the file was saved, as edits of the file's cells."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from generator.forms import numbers
from generator.workbook.formulas.cached import set_value
from generator.workbook.issued.formula_texts import same_formula
from generator.workbook.reader.number_formats import Shows, shows
from generator.workbook.sheet.address import Position
from generator.workbook.sheet.cell import Cell
from generator.workbook.sheet.edits import KEEP, Edit, NewFormula
from generator.workbook.sheet.sheet import Sheet
from xladdin.book.grid import Entry, Grid, Value

FormatOf = Callable[[Position], str]
"""The number format of one cell of the open sheet; asked for rarely."""


def differences(
    saved: Sheet, grid: Grid, texts: set[int], format_of: FormatOf
) -> Iterator[tuple[Position, Edit]]:
    """Yield the edits that make the saved cells hold what the open ones hold.

    ``texts`` are the columns of the indicator block that hold text: a number there is taken as
    its cell shows it.
    """
    filled = set(saved.filled)
    for position in grid:
        entry = grid.at(position)
        cell = saved.cells.get(position) if position in filled else None
        if cell is None and entry.is_blank:
            continue
        formula = _formula(cell, entry)
        if formula is KEEP and holds(cell, entry.value):
            continue
        value: object = _number(entry.value)
        if isinstance(value, Decimal) and position[1] in texts:
            value = _as_shown(value, format_of(position))
        yield position, set_value(value, formula)


def holds(cell: Cell | None, value: Value) -> bool:
    """Tell whether a saved cell shows a value."""
    if cell is None or cell.kind == "blank":
        return value is None
    if isinstance(value, float):
        figure = _number(value)
        return cell.number == figure if cell.kind == "number" else cell.raw == f"{figure:f}"
    return cell.raw == (value or "") if cell.kind != "number" else False


def _formula(cell: Cell | None, entry: Entry) -> NewFormula:
    """Return what becomes of the saved cell's formula."""
    written = None if cell is None else cell.written_formula
    if entry.formula is None:
        return KEEP if written is None else None
    text = entry.formula.removeprefix("=")
    if written is not None and (not written.text or same_formula(written.text, text)):
        return KEEP
    return text


def _number(value: Value) -> Decimal | str | None:
    return numbers.from_double(value) if isinstance(value, float) else value


def _as_shown(number: Decimal, code: str) -> Decimal | str:
    """Return a number typed into a text cell as the person sees it: 0.98 as 98%."""
    if shows(code) is not Shows.PERCENT:
        return number
    return numbers.text(numbers.plain((number * 100).normalize())) + "%"
