"""Locked words of the form: labels, headings, level names, and cells that are locked blank."""

from collections.abc import Iterator

from generator.forms.catalogue import fault
from generator.workbook.issued.discrepancy import BLANK, WHOLE_FORM, Discrepancy
from generator.workbook.issued.indicators import Renamed
from generator.workbook.issued.stored import StoredRecord, squeezed
from generator.workbook.plan.places import Address
from generator.workbook.reader import Reading
from generator.workbook.reader.typed_numbers import is_dash
from generator.workbook.sheet.address import Position, position

_TENFOLD = "万元"

Changed = tuple[Position, str, str]
"""Where a locked text stands, as issued, as returned."""


def changed_labels(reading: Reading, record: StoredRecord) -> list[Changed]:
    """Return the locked texts that read differently; blanks and the kind of dash mean nothing."""
    cells = reading.content.sheets[reading.places.sheet].cells
    changed = []
    for address, issued in record.labels.items():
        try:
            where = position(address)
        except ValueError:  # a forged record
            continue
        cell = cells.get(where)
        returned = "" if cell is None else cell.raw
        if returned != issued and not _says_the_same(issued, returned):
            changed.append((where, issued, returned))
    return changed


def label_discrepancies(reading: Reading, changed: list[Changed]) -> Iterator[Discrepancy]:
    """Yield one discrepancy for every changed text, level names as what they are."""
    for where, issued, returned in changed:
        found = fault(
            WHOLE_FORM,
            entered=returned or BLANK,
            expected=issued or BLANK,
            variant=_variant(reading, where, issued, returned),
        )
        yield Discrepancy("ISS-5", found, Address(reading.places.sheet, *where))


def renamed_levels(reading: Reading, changed: list[Changed]) -> Renamed:
    """Return the level names among the changed texts."""
    return {
        (issued, returned or BLANK)
        for where, issued, returned in changed
        if _is_level(reading, where)
    }


def _says_the_same(issued: str, returned: str) -> bool:
    return squeezed(issued) == squeezed(returned) or (is_dash(issued) and is_dash(returned))


def _variant(reading: Reading, where: Position, issued: str, returned: str) -> str | None:
    if _is_level(reading, where):
        return "level"
    if is_dash(issued):
        return "filled"
    units = issued.replace(_TENFOLD, "元") == returned.replace(_TENFOLD, "元")
    return "unit" if units else None


def _is_level(reading: Reading, where: Position) -> bool:
    places = reading.places
    columns = {places.columns["level1"], places.columns["level2"]}
    return places.first_row <= where[0] <= places.last_row and where[1] in columns
