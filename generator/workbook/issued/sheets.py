"""The sheets themselves (renamed, added, unprotected, moved), and what lies in the package that no
form is issued with.
"""

from collections.abc import Callable, Iterator, Mapping

from generator.forms.catalogue import fault
from generator.workbook.formulas.sums import PARTS
from generator.workbook.issued.discrepancy import WHOLE_FORM, Discrepancy, listed, on_the_whole
from generator.workbook.issued.stored import StoredRecord
from generator.workbook.names import HIDDEN_SHEET
from generator.workbook.package import Package
from generator.workbook.plan.places import Address
from generator.workbook.reader import Reading
from generator.workbook.sheet.address import letters


def is_moved(reading: Reading, record: StoredRecord) -> bool:
    """Tell whether rows or columns were inserted or deleted: addresses then mean other cells."""
    places = reading.places
    if record.block is None:
        return False
    if record.block != (places.first_row, places.last_row) or record.columns != places.columns:
        return True
    due = (field for field in reading.layout.computed if field not in PARTS)
    return any(places.scalars[field].a1 not in (record.formulas or {}) for field in due)


def moved(reading: Reading, record: StoredRecord) -> Discrepancy:
    """Return the discrepancy for a form whose rows or columns were moved."""
    places = reading.places
    block = (places.first_row, places.last_row)
    issued, across = record.block or block, record.columns or places.columns
    found = fault(
        WHOLE_FORM,
        entered=_extent(block, places.columns),
        expected=_extent(issued, across),
        variant=None if (block, places.columns) != (issued, across) else "elsewhere",
    )
    return Discrepancy("ISS-9", found, Address(places.sheet, places.first_row, 1))


def _extent(block: tuple[int, int], columns: Mapping[str, int]) -> str:
    """Return where the indicators stand: their rows and columns."""
    first, last = letters(min(columns.values())), letters(max(columns.values()))
    return f"第{block[0]}至{block[1]}行、{first}至{last}列"


def changed_sheets(
    reading: Reading, record: StoredRecord, is_answer: Callable[[str], bool]
) -> Iterator[Discrepancy]:
    """Yield a form sheet renamed, sheets added, protection taken off.

    ``is_answer`` knows by its name a sheet we ourselves put into what was sent back.
    """
    own = reading.places.sheet
    if own != reading.layout.sheet:
        found = fault(WHOLE_FORM, entered=own, expected=reading.layout.sheet, variant="renamed")
        yield Discrepancy("ISS-10", found)
    if reading.content.refs[own].state != "visible":
        yield Discrepancy("ISS-10", fault(WHOLE_FORM, entered=own, variant="hidden"))
    if record.sheets is not None:
        known = {own, HIDDEN_SHEET, *record.sheets}
        names = [ref.name for ref in reading.content.parts.sheets if ref.name not in known]
        added = [name for name in names if not is_answer(name)]
        if added:
            yield on_the_whole("ISS-10", names=listed(added))
    if not reading.content.sheets[own].protected:
        yield on_the_whole("ISS-11")


_KINDS = {
    "xl/externallinks/": "links",
    "xl/vbaproject": "macros",
    "xl/macrosheets/": "macros",
    "xl/dialogsheets/": "macros",
    "xl/embeddings/": "objects",
    "xl/activex/": "objects",
    "xl/connections": "data",
    "xl/querytables/": "data",
}
"""How the names of such parts begin, and the variant of ISS-12 that reports them."""

_STARTS = tuple(_KINDS)


def foreign_parts(package: Package) -> Iterator[Discrepancy]:
    """Yield one discrepancy for each kind of part that does not belong there."""
    found: dict[str, list[str]] = {}
    for name in package.names:
        lower = name.lower()
        if lower.startswith(_STARTS) and "/_rels/" not in lower:
            kind = next(kind for start, kind in _KINDS.items() if lower.startswith(start))
            found.setdefault(kind, []).append(name)
    for kind, names in found.items():
        yield on_the_whole("ISS-12", kind, parts=listed(names))
