"""Formulas as issued, others, or figures typed over them, in computed cells and helper columns."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from generator.forms.catalogue import fault
from generator.forms.field_names import name_of
from generator.workbook.formulas.sums import is_entered
from generator.workbook.issued.discrepancy import BLANK, WHOLE_FORM, Discrepancy, listed
from generator.workbook.issued.record import ROW
from generator.workbook.issued.stored import StoredRecord
from generator.workbook.plan.places import Address
from generator.workbook.reader import Reading
from generator.workbook.recalculate import Recalculation
from generator.workbook.sheet.address import position
from generator.workbook.sheet.cell import Cell
from generator.workbook.sheet.quick.canonical import LazyCells
from generator.workbook.sheet.quick.known_row import FORMULA

_QUOTED = re.compile(r'("(?:[^"]|"")*")')
_SPELLING = re.compile(r"_xlfn\.|_xlws\.|_xludf\.|(?<=TRUE)\(\)|(?<=FALSE)\(\)")
"""Prefixes of newer functions; LibreOffice writes FALSE as FALSE()."""


def same_formula(issued: str, returned: str) -> bool:
    """Tell whether two formulas (without "=") say the same; texts in quotes count to the letter."""
    return issued == returned or _canonical(issued) == _canonical(returned)


def holds_formula(cell: Cell | None, issued: str) -> bool:
    """Tell whether a cell holds a formula that says the same as the one issued.

    A follower of a shared formula has no text of its own: it was filled from a neighbour, and so
    is taken for the same.
    """
    written = None if cell is None else cell.written_formula
    if written is None:
        return False
    follows = written.group is not None and not written.text
    return follows or same_formula(issued, written.text)


def _canonical(formula: str) -> str:
    """Return a formula in one spelling, its quoted texts as they are."""
    parts = _QUOTED.split(formula)
    parts[::2] = [_SPELLING.sub("", "".join(part.split())).upper() for part in parts[::2]]
    return "".join(parts)


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
            yield _changed_formula(done, field, place, cell, issued)
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


def _changed_formula(
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


_BETWEEN = b"\x1f"
_ROW = ROW.encode()
_SPELLINGS = ((b"&quot;", b'"'), (b"FALSE()", b"FALSE"))
"""What LibreOffice writes, and what everybody else does."""


def changed_helpers(reading: Reading, record: StoredRecord) -> Iterator[Discrepancy]:
    """Yield one discrepancy that names the helper cells whose formula is not the one issued."""
    if not record.helpers or not reading.places.helpers:
        return
    rows = _suspect_rows(reading, record)
    places = [place for row in rows for place in _changed_helper(reading, record, row)]
    if places:
        cells = listed([place.a1 for place in places])
        yield Discrepancy("ISS-7", fault(WHOLE_FORM, variant="helpers", cells=cells), places[0])


def _suspect_rows(reading: Reading, record: StoredRecord) -> Iterator[int]:
    """Yield the rows whose formulas are not, byte for byte, those expected."""
    cells = reading.content.sheets[reading.places.sheet].cells
    if not isinstance(cells, LazyCells):
        yield from reading.places.rows
        return
    plain, referenced = _pieces(tuple(record.helpers.values()))
    columns = [position(f"{letter}1")[1] for letter in record.helpers]
    for row in reading.places.rows:
        matches = cells.raw(row)
        texts = [match[FORMULA] or b"" for at in columns if (match := matches.get(at))]
        found = _BETWEEN.join(texts)
        due = (b"%d" % row).join(referenced if b"&#" in found else plain)
        if found != due and _as_usual(found) != due:
            yield row


def _as_usual(found: bytes) -> bytes:
    for spelt, usual in _SPELLINGS:
        found = found.replace(spelt, usual)
    return found


@lru_cache(maxsize=64)
def _pieces(formulas: tuple[str, ...]) -> tuple[list[bytes], list[bytes]]:
    """Return a row's formulas as XML has them, cut where the row's number stands.

    First in UTF-8, as programs save them, then in ASCII with references, as we write them.
    """
    joined = _BETWEEN.decode().join(formulas)
    escaped = joined.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    referenced = escaped.encode("ascii", "xmlcharrefreplace")
    return escaped.encode().split(_ROW), referenced.split(_ROW)


def _changed_helper(reading: Reading, record: StoredRecord, row: int) -> Iterator[Address]:
    sheet = reading.places.sheet
    cells = reading.content.sheets[sheet].cells
    for letter, issued in record.helpers.items():
        column = position(f"{letter}1")[1]
        cell = cells.get((row, column))
        if not holds_formula(cell, issued.replace(ROW, str(row))):
            yield Address(sheet, row, column)
