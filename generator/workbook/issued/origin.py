"""Whether the record can be trusted: is it there, is it this form's, is its seal genuine?"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from generator.workbook.hidden import VERSION_PLACE
from generator.workbook.issued.discrepancy import BLANK, Discrepancy, on_the_whole
from generator.workbook.issued.stored import StoredRecord
from generator.workbook.names import HIDDEN_SHEET, PREFIX
from generator.workbook.reader import Origin, Reading
from generator.workbook.seal import Seal

_FORM = re.compile(r"[0-9a-f]{16}:[0-9a-f]{64}")


class Verdict(StrEnum):
    """What a seal turns out to be."""

    GENUINE = "genuine"
    """One of the issuer's keys over exactly this record."""
    ALTERED = "altered"
    """It names one of the issuer's keys, but what it stands over was changed."""
    FOREIGN = "foreign"
    """Sealed with a key the issuer does not have."""
    MALFORMED = "malformed"
    """No seal at all, though something stands in its place."""
    REMOVED = "removed"
    """The record says it was sealed; the seal is gone."""
    UNSEALED = "unsealed"
    """Issued without a seal."""
    UNKNOWN = "unknown"
    """There is a seal, but no key here to test it with."""


def judge(record: str, seal: str, sealed_by: str | None, keys: Sequence[Seal] | None) -> Verdict:
    """Return what the seal over a record's text is.

    ``sealed_by`` is what the record itself says; ``keys`` are the issuer's, ``None`` for none.
    """
    if not seal:
        return Verdict.REMOVED if sealed_by else Verdict.UNSEALED
    if _FORM.fullmatch(seal) is None:
        return Verdict.MALFORMED
    if keys is None:
        return Verdict.UNKNOWN
    named = next((key for key in keys if key.is_mine(seal)), None)
    if named is None:
        return Verdict.FOREIGN
    return Verdict.GENUINE if named.verifies(seal, record) else Verdict.ALTERED


_SILENT = {Verdict.GENUINE, Verdict.UNKNOWN}


def without_record(reading: Reading) -> Iterator[Discrepancy]:
    """Yield that the record is gone, where other traces say that there was one.

    A workbook without any trace is no workbook of ours; the reader says so (REA-3).
    """
    if HIDDEN_SHEET in reading.content.sheets:
        yield on_the_whole("ISS-13", "record")
    elif any(name.startswith(PREFIX) for name in reading.content.parts.defined_names):
        yield on_the_whole("ISS-13")


def doubtful_origin(
    reading: Reading, record: StoredRecord, keys: Sequence[Seal] | None
) -> Iterator[Discrepancy]:
    """Yield what is wrong with the seal, and where the hidden sheet is another form's.

    ``keys`` are the issuer's; ``None``, where there are none, leaves seals untested.
    """
    verdict = judge(reading.issued.record, reading.issued.seal, record.sealed_by, keys)
    if verdict not in _SILENT:
        yield on_the_whole("ISS-14", verdict.value)
    if reading.origin is Origin.LABELLED and reading.foreign is None:
        yield on_the_whole("ISS-13", "names")
    for kind, issued, returned in _identity(reading, record):
        if issued != returned:
            yield on_the_whole("ISS-15", kind, expected=issued or BLANK, entered=returned or BLANK)


def _identity(reading: Reading, record: StoredRecord) -> Iterator[tuple[str, str, str]]:
    yield "layout", record.layout, reading.layout.id
    yield "version", str(record.version), _hidden_version(reading)
    yield "project", record.project_id, reading.issued.project_id


def _hidden_version(reading: Reading) -> str:
    cell = reading.content.sheets[HIDDEN_SHEET].cells.get(VERSION_PLACE)
    return "" if cell is None else cell.raw
