"""The helper columns beside the indicators: their formulas, compared row by row as bytes.

A form has a dozen indicators and ten helper columns: read cell by cell they would cost more than
all the rest of the comparison.  So the formulas of a row are compared at once, as they stand.
"""

from collections.abc import Iterator
from functools import lru_cache

from generator.forms.catalogue import fault
from generator.workbook.issued.discrepancy import WHOLE_FORM, Discrepancy, listed
from generator.workbook.issued.formula_texts import holds_formula
from generator.workbook.issued.record import ROW
from generator.workbook.issued.stored import StoredRecord
from generator.workbook.plan.places import Address
from generator.workbook.reader import Reading
from generator.workbook.sheet.address import position
from generator.workbook.sheet.known_row import FORMULA
from generator.workbook.sheet.lazy_cells import LazyCells

_BETWEEN = b"\x1f"
_ROW = ROW.encode()
_SPELLINGS = ((b"&quot;", b'"'), (b"FALSE()", b"FALSE"))
"""What LibreOffice writes, and what everybody else does."""


def changed_helpers(reading: Reading, record: StoredRecord) -> Iterator[Discrepancy]:
    """Yield one discrepancy that names the helper cells whose formula is not the one issued."""
    if not record.helpers or not reading.places.helpers:
        return
    rows = _suspect_rows(reading, record)
    places = [place for row in rows for place in _changed(reading, record, row)]
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


def _changed(reading: Reading, record: StoredRecord, row: int) -> Iterator[Address]:
    sheet = reading.places.sheet
    cells = reading.content.sheets[sheet].cells
    for letter, issued in record.helpers.items():
        column = position(f"{letter}1")[1]
        cell = cells.get((row, column))
        if not holds_formula(cell, issued.replace(ROW, str(row))):
            yield Address(sheet, row, column)
