"""Locked words and fields of the form, and its hidden lists, as issued or changed."""

from collections.abc import Iterator

from generator.forms.catalogue import fault
from generator.forms.field_names import name_of
from generator.forms.fields import get
from generator.workbook.issued.discrepancy import BLANK, WHOLE_FORM, Discrepancy, listed
from generator.workbook.issued.indicators import Renamed
from generator.workbook.issued.record import digest
from generator.workbook.issued.stored import StoredRecord, as_text, same, squeezed
from generator.workbook.names import parse_reference
from generator.workbook.plan.places import Address
from generator.workbook.reader import Origin, Reading
from generator.workbook.reader.cells import is_dash
from generator.workbook.sheet.address import Position, position

_IDENTITY = {"project_name": "project", "fiscal_year": "year"}
"""Fields that make another form of it when they change, and the variant that says so."""


def changed_head(reading: Reading, record: StoredRecord) -> Iterator[Discrepancy]:
    """Yield every locked field that no longer holds what was issued."""
    for field, issued in record.fields.items():
        if not _is_readable(reading, field):
            continue
        value = get(reading.form, field)
        if not same(issued, value):
            yield _changed(reading, field, issued, as_text(value))


def _is_readable(reading: Reading, field: str) -> bool:
    """A form read by its labels has no unprinted fields; a forged record may name any field."""
    by_name = reading.origin is Origin.NAMED
    return field in (reading.layout.fields if by_name else reading.layout.printed)


def _changed(reading: Reading, field: str, issued: str | None, returned: str | None) -> Discrepancy:
    variant = _IDENTITY.get(field) if issued else "filled"
    found = fault(
        field,
        entered=returned or BLANK,
        expected=issued or BLANK,
        variant=variant,
        place=name_of(field),
    )
    return Discrepancy("ISS-4", found, reading.places.find(field))


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


_LONGEST = 2_000
"""No list of ours is nearly as long; a name may be made to stand for a million cells."""

_TITLES = {"jx_list_units": "计量单位", "jx_list_grades": "完成情况等级"}


def changed_lists(reading: Reading, record: StoredRecord) -> Iterator[Discrepancy]:
    """Yield one discrepancy that names the lists which are not those issued."""
    changed = [name for name, issued in record.lists.items() if _digest(reading, name) != issued]
    if changed:
        names = listed([_TITLES.get(name, name.removeprefix("jx_list_")) for name in changed])
        area = parse_reference(reading.content.parts.defined_names.get(changed[0], ""))
        place: Address | None = None if area is None else area[0]
        yield Discrepancy("ISS-8", fault(WHOLE_FORM, names=names), place)


def _digest(reading: Reading, name: str) -> str | None:
    area = parse_reference(reading.content.parts.defined_names.get(name, ""))
    if area is None or area[0].sheet not in reading.content.sheets:
        return None
    (sheet, row, column), last = area[0], area[1].row
    if last - row >= _LONGEST:
        return None
    cells = reading.content.sheets[sheet].cells
    found = (cells.get((each, column)) for each in range(row, last + 1))
    return digest("" if cell is None else cell.raw for cell in found)
