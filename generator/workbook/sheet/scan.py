"""One pass over a worksheet: its cells with byte offsets, and what stands around them.

Expat checks every byte.  Rows in the usual notation are taken by :mod:`canonical` while expat
runs over them without handlers; any others come through the handlers of :mod:`rows`.
"""

from generator.workbook.package.limits import DEFAULT, Limits
from generator.workbook.rejection import reject
from generator.workbook.sheet import canonical
from generator.workbook.sheet.frame import Frame
from generator.workbook.sheet.rows import RowReader
from generator.workbook.sheet.sheet import Sheet
from generator.workbook.sheet.strings import SharedStrings
from generator.workbook.sheet.xml import feed, parse

_DATA_START, _DATA_END = b"<sheetData>", b"</sheetData>"


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
    end = xml.find(_DATA_END, start)
    pieces = canonical.split(xml[start:end]) if end > start >= len(_DATA_START) else None
    if pieces is None:
        return None
    frame = Frame(limits, name)
    feed(frame.parser, xml[:start], name, final=False)
    if frame.data_start != start - len(_DATA_START):  # those bytes were no tag
        return None
    frame.pass_rows(xml[start:end])
    feed(frame.parser, xml[end:], name, final=True)
    rows = canonical.read(pieces, start, strings)
    return None if rows is None else frame.sheet(rows, len(xml))
