"""Everything in which a returned workbook departs from what was issued.

Cheap tests come first: a form nobody tampered with passes through here in a fraction of the time
it takes to read it.
"""

from collections.abc import Callable, Iterator, Sequence

from generator.workbook.issued.discrepancy import Discrepancy, on_the_whole
from generator.workbook.issued.formulas import changed_formulas, changed_helpers
from generator.workbook.issued.indicators import Renamed, changed_indicators
from generator.workbook.issued.labels import (
    changed_head,
    changed_labels,
    changed_lists,
    label_discrepancies,
    renamed_levels,
)
from generator.workbook.issued.origin import doubtful_origin, without_record
from generator.workbook.issued.sheets import changed_sheets, foreign_parts, is_moved, moved
from generator.workbook.issued.stored import StoredRecord, stored_record
from generator.workbook.reader import Origin
from generator.workbook.recalculate import Recalculation
from generator.workbook.seal import Seal


def discrepancies(
    done: Recalculation,
    keys: Sequence[Seal] | None = None,
    is_answer: Callable[[str], bool] = lambda name: False,
) -> Iterator[Discrepancy]:
    """Yield every departure of a reading from its record, whatever its seal is worth.

    ``keys`` are the issuer's, ``None`` where there are none to test seals with; ``is_answer``
    knows by its name a sheet that we ourselves put into workbooks sent back.  A workbook that
    was never ours yields nothing.
    """
    reading = done.reading
    if not reading.issued.record:
        yield from without_record(reading)
        return
    record = stored_record(reading.issued.record)
    if record is None:
        yield on_the_whole("ISS-13", "record")
        return
    yield from doubtful_origin(reading, record, keys)
    yield from changed_head(reading, record)
    yield from _in_cells(done, record)
    if reading.foreign is None:
        yield from changed_sheets(reading, record, is_answer)
        yield from foreign_parts(reading.content.package)


def _in_cells(done: Recalculation, record: StoredRecord) -> Iterator[Discrepancy]:
    """Yield what differs cell by cell, as far as the cells still stand where they were issued."""
    reading = done.reading
    renamed: Renamed = set()
    if reading.origin is Origin.NAMED and not is_moved(reading, record):
        changed = changed_labels(reading, record)
        renamed = renamed_levels(reading, changed)
        yield from label_discrepancies(reading, changed)
        yield from changed_formulas(done, record)
        yield from changed_helpers(reading, record)
    elif reading.origin is Origin.NAMED:
        yield moved(reading, record)
    yield from changed_indicators(reading, record, renamed)
    if reading.origin is Origin.NAMED:
        yield from changed_lists(reading, record)
