"""The locked fields of the head: as issued, or changed?"""

from collections.abc import Iterator

from generator.forms.catalogue import fault
from generator.forms.field_names import name_of
from generator.forms.fields import get
from generator.workbook.issued.discrepancy import BLANK, Discrepancy
from generator.workbook.issued.stored import StoredRecord, as_text, same
from generator.workbook.reader import Origin, Reading

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
