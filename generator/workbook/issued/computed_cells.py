"""Computed cells: the formula issued, another one, or a figure typed over it."""

from collections.abc import Iterator
from decimal import Decimal

from generator.forms.catalogue import fault
from generator.forms.field_names import name_of
from generator.workbook.formulas.sums import is_entered
from generator.workbook.issued.discrepancy import BLANK, Discrepancy, listed
from generator.workbook.issued.formula_texts import holds_formula
from generator.workbook.issued.stored import StoredRecord
from generator.workbook.plan.places import Address
from generator.workbook.recalculate import Recalculation
from generator.workbook.sheet.cell import Cell

Overtyped = tuple[str, Address]


def changed_formulas(done: Recalculation, record: StoredRecord) -> Iterator[Discrepancy]:
    """Yield changed formulas one by one, and the overtyped ones together.

    Wrong figures are reported by the review; here it is only said that no formula computes them.
    """
    overtyped: list[Overtyped] = []
    for field, place, cell, issued in _computed(done, record):
        if cell is None or cell.written_formula is None:
            overtyped.append((field, place))
        elif not holds_formula(cell, issued):
            yield _changed(done, field, place, cell, issued)
    kept = [each for each in overtyped if is_entered(done.reading.form, each[0])]
    yield from _overtyped([each for each in overtyped if each not in kept], None)
    yield from _overtyped(kept, "kept")


def _computed(
    done: Recalculation, record: StoredRecord
) -> Iterator[tuple[str, Address, Cell | None, str]]:
    """Yield every computed cell that was issued with a formula, and that formula."""
    reading = done.reading
    for field in reading.layout.computed:
        place = reading.places.scalars[field]
        issued = (record.formulas or {}).get(place.a1)
        if issued is not None:
            cells = reading.content.sheets[place.sheet].cells
            yield field, place, cells.get((place.row, place.column)), issued


def _changed(
    done: Recalculation, field: str, place: Address, cell: Cell, issued: str
) -> Discrepancy:
    result = done.evaluation.result(field)
    found = fault(
        field,
        entered=f"={cell.formula}",
        expected=f"={issued}",
        variant=None if _shows(cell, result) else "differs",
        place=name_of(field),
        shown=cell.raw or BLANK,
        result=BLANK if result is None else result,
    )
    return Discrepancy("ISS-7", found, place)


def _shows(cell: Cell, result: Decimal | str | None) -> bool:
    return (cell.number if cell.kind == "number" else cell.raw or None) == result


def _overtyped(cells: list[Overtyped], variant: str | None) -> Iterator[Discrepancy]:
    if cells:
        field, place = cells[0]
        names = listed([each.a1 for _, each in cells])
        yield Discrepancy("ISS-6", fault(field, variant=variant, cells=names), place)
