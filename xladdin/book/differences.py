"""What has been typed since the file was saved, as edits of the file's cells."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from generator.forms import numbers
from generator.workbook.formulas.cached import set_value
from generator.workbook.issued.formulas import same_formula
from generator.workbook.reader.number_formats import Shows, shows
from generator.workbook.sheet.address import Position
from generator.workbook.sheet.cell import Cell
from generator.workbook.sheet.edits import KEEP, Edit, NewFormula
from generator.workbook.sheet.sheet import Sheet
from xladdin.book.grid import Entry, Grid, Value

Changed = tuple[Position, Decimal | str | None, NewFormula]

FormatsOf = Callable[[list[Position]], Mapping[Position, str]]
"""The number formats of some cells of the open sheet; asked for rarely, and all at once."""


def differences(
    saved: Sheet, grid: Grid, texts: set[int], formats_of: FormatsOf
) -> Iterator[tuple[Position, Edit]]:
    """Yield the edits that make the saved cells hold what the open ones hold.

    ``texts`` are the columns of the indicator block that hold text: a number there is taken as
    its cell shows it.
    """
    changed = list(_changed(saved, grid))
    figures = [at for at, value, _ in changed if isinstance(value, Decimal) and at[1] in texts]
    formats = formats_of(figures) if figures else {}
    for position, value, formula in changed:
        shown = _as_shown(value, formats[position]) if position in formats else value
        yield position, set_value(shown, formula)


def _changed(saved: Sheet, grid: Grid) -> Iterator[Changed]:
    """Yield the cells that do not hold what they held, with what they hold now.

    A cell that shows nothing counts too: its formula may have been typed over, or taken out.
    """
    for position in grid:
        entry, cell = grid.at(position), saved.cells.get(position)
        formula = _formula(cell, entry)
        if formula is not KEEP or not holds(cell, entry.value):
            yield position, _number(entry.value), formula


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


def _as_shown(number: object, code: str) -> object:
    """Return a number typed into a text cell as the person sees it: 0.98 as 98%."""
    if not isinstance(number, Decimal) or shows(code) is not Shows.PERCENT:
        return number
    return numbers.text(numbers.plain((number * 100).normalize())) + "%"
