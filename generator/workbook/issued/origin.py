"""Whether the record can be trusted: is it there, is it this form's, is its seal genuine?"""

from collections.abc import Iterator, Sequence

from generator.workbook.hidden import VERSION_PLACE
from generator.workbook.issued.discrepancy import BLANK, Discrepancy, on_the_whole
from generator.workbook.issued.sealing import Verdict, judge
from generator.workbook.issued.stored import StoredRecord
from generator.workbook.names import HIDDEN_SHEET, PREFIX
from generator.workbook.reader import Origin, Reading
from generator.workbook.seal import Seal

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
