"""One pass over a worksheet: its cells with byte offsets, and what stands around them.

Every byte is checked.  Rows in the usual notation are taken by :mod:`canonical`, and expat runs
over them only where :mod:`well_formed` has doubts; any others come through the handlers of
:mod:`rows`.
"""

from functools import lru_cache

from generator.workbook.package.limits import DEFAULT, Limits
from generator.workbook.rejection import reject
from generator.workbook.sheet import canonical, well_formed
from generator.workbook.sheet.frame import Frame
from generator.workbook.sheet.rows import RowReader
from generator.workbook.sheet.sheet import Sheet
from generator.workbook.sheet.strings import SharedStrings
from generator.workbook.sheet.xml import feed, parse

_DATA_START, _DATA_END = b"<sheetData>", b"</sheetData>"
_SHORT = 1 << 16  # bytes


def scan(
    xml: bytes, shared_strings: SharedStrings, limits: Limits = DEFAULT, name: str = ""
) -> Sheet:
    """Return the cells, merges and properties of a worksheet's XML.

    ``name`` is what messages call the sheet.  Raises ``Rejected`` for broken XML, a structure
    that leaves open which cell is meant, or a limit exceeded.
    """
    try:
        sheet = scan_canonical(xml, shared_strings, limits, name)
        return sheet or scan_by_handlers(xml, shared_strings, limits, name)
    except ValueError as error:  # an address, a row number, a style or a type that is none
        raise reject("SHEET-ADDRESS", sheet=name, address=error) from None


def scan_by_handlers(xml: bytes, strings: SharedStrings, limits: Limits, name: str) -> Sheet:
    """Scan XML in any notation; raise as :func:`scan`, but ``ValueError`` for an address."""
    frame = Frame(limits, name)
    reader = RowReader(frame.parser, strings, limits, name)
    frame.hand_rows_to(reader)
    parse(frame.parser, xml, name)
    return frame.sheet(reader.found, len(xml))


def scan_canonical(xml: bytes, strings: SharedStrings, limits: Limits, name: str) -> Sheet | None:
    """Scan XML whose rows are in the usual notation; None where they are not."""
    start = xml.find(_DATA_START) + len(_DATA_START)
    end = xml.rfind(_DATA_END)  # were there two, the rows before the last would be odd
    if end <= start or start < len(_DATA_START):
        return None
    head, region = xml[:start], xml[start:end]
    found = canonical.read(region, start)
    if found is None:
        return None
    certain = found.certain and _is_certain(head, found.attributes)
    passed, tail = b"" if certain else region, xml[end:]
    around = _remembered if len(head) + len(tail) <= _SHORT and certain else _around
    frame = around(head, passed, tail, limits, name)
    if frame is None:
        return None
    found.require_texts(strings)
    return frame.sheet(found.rows(strings), len(xml), len(region) - len(passed))


@lru_cache(maxsize=64)
def _remembered(head: bytes, passed: bytes, tail: bytes, limits: Limits, name: str) -> Frame | None:
    """Forms of one layout have much the same around their rows."""
    return _around(head, passed, tail, limits, name)


def _around(head: bytes, passed: bytes, tail: bytes, limits: Limits, name: str) -> Frame | None:
    """Return what was read around the rows; None where ``head`` does not end with their tag."""
    frame = Frame(limits, name)
    feed(frame.parser, head, name, final=False)
    if frame.data_start != len(head) - len(_DATA_START):
        return None
    frame.pass_rows(passed)
    feed(frame.parser, tail, name, final=True)
    return frame


def _is_certain(head: bytes, attributes: frozenset[bytes]) -> bool:
    """Tell whether the rows surely fit what stands before them; ASCII, declared, is for expat."""
    declared = well_formed.prefixes(head)
    return b"ascii" not in head.lower() and well_formed.are_distinct(attributes, declared)
