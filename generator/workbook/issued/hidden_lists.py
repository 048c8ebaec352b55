"""The hidden lists (units, words for grades): formulas and dropdowns go by them."""

from collections.abc import Iterator

from generator.forms.catalogue import fault
from generator.workbook.issued.discrepancy import WHOLE_FORM, Discrepancy, listed
from generator.workbook.issued.record import digest
from generator.workbook.issued.stored import StoredRecord
from generator.workbook.names import parse_reference
from generator.workbook.plan.places import Address
from generator.workbook.reader import Reading

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
