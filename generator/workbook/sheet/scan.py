"""One pass over a worksheet, its cells with byte offsets and what stands around its rows."""

from functools import lru_cache, partial

from generator.workbook.package.limits import DEFAULT, Limits
from generator.workbook.rejection import reject
from generator.workbook.sheet.address import Area, area
from generator.workbook.sheet.quick import canonical, well_formed
from generator.workbook.sheet.rows import RowReader
from generator.workbook.sheet.sheet import Rows, Sheet, Span
from generator.workbook.sheet.strings import SharedStrings
from generator.workbook.sheet.workbook import is_true
from generator.workbook.sheet.xml import MAIN_NAMESPACES, feed, new_parser, parse


class Frame:
    """The handlers of a parse outside the rows; the rows are handed on, or passed over."""

    def __init__(self, limits: Limits, name: str) -> None:
        self.parser = new_parser(name)
        self.data_start: int | None = None  # offset of the tag that opens the rows
        self._data_close: int | None = None
        self._limits, self._name = limits, name
        self._reader: RowReader | None = None
        self._space = ""
        self._depth = 0
        self._merges: list[Area] = []
        self._protected = False
        self._dimension: Area | None = None
        self.parser.StartElementHandler = self._root
        self.parser.EndElementHandler = self._end

    def hand_rows_to(self, reader: RowReader) -> None:
        """Let ``reader`` take everything between the tags of the rows."""
        self._reader = reader

    def pass_rows(self, xml: bytes) -> None:
        """Check that the rows are well-formed, taking nothing from them."""
        self.parser.StartElementHandler = self.parser.EndElementHandler = None
        feed(self.parser, xml, self._name, final=False)
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def sheet(self, rows: Rows, size: int, unseen: int = 0) -> Sheet:
        """Return the sheet of ``size`` bytes made of ``rows`` and what stood around them.

        ``unseen`` is the size of rows that are known to be well-formed and were left out.
        """
        if self.data_start is None or self._data_close is None:
            raise reject("SHEET-BROKEN", sheet=self._name)
        self._check(rows)
        data = Span(self.data_start, self._data_close + unseen)
        around = list(self._merges), self._protected, self._dimension
        return Sheet(rows.cells, rows.filled, rows.spans, rows.hidden, data, size, *around)

    def _check(self, rows: Rows) -> None:
        if len(rows.spans) > self._limits.rows:
            raise reject("SHEET-ROWS", sheet=self._name, limit=self._limits.rows)
        if len(rows.cells) > self._limits.cells:
            raise reject("SHEET-CELLS", sheet=self._name, limit=self._limits.cells)

    def _root(self, name: str, _attributes: dict[str, str]) -> None:
        self._space, _, tag = name.rpartition(" ")
        if tag != "worksheet" or self._space not in MAIN_NAMESPACES:
            raise reject("SHEET-NOT-WORKSHEET", sheet=self._name)
        self.parser.StartElementHandler = self._start

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > self._limits.xml_depth:
            raise reject("XML-DEPTH", part=self._name, limit=self._limits.xml_depth)
        space, _, tag = name.rpartition(" ")
        if space == self._space:
            self._take(tag, attributes)

    def _take(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif tag == "sheetProtection":
            self._protected = is_true(attributes.get("sheet", ""))
        elif tag == "dimension":
            self._claim(attributes.get("ref", ""))
        elif tag == "sheetData":
            self._open_rows()

    def _end(self, name: str) -> None:
        if self._depth == 1 and name == f"{self._space} sheetData":
            self._close_rows()
        self._depth -= 1

    def _open_rows(self) -> None:
        if self.data_start is not None or self._depth != 1:
            raise reject("SHEET-BROKEN", sheet=self._name)
        self.data_start = self.parser.CurrentByteIndex
        if self._reader is not None:
            self._reader.use_namespace(self._space)
            self.parser.CharacterDataHandler = self._reader.text
            self.parser.StartElementHandler = self._reader.start
            self.parser.EndElementHandler = partial(self._end_in_rows, self._reader)

    def _end_in_rows(self, reader: RowReader, name: str) -> None:
        if name != f"{self._space} sheetData":
            reader.end(name)
            return
        self.parser.CharacterDataHandler = None
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self._end(name)

    def _close_rows(self) -> None:
        self._data_close = self.parser.CurrentByteIndex

    def _merge(self, reference: str) -> None:
        self._merges.append(area(reference))
        if len(self._merges) > self._limits.merges:
            raise reject("SHEET-MERGES", sheet=self._name, limit=self._limits.merges)

    def _claim(self, reference: str) -> None:
        try:
            self._dimension = area(reference)
        except ValueError:  # only a hint, which some writers get wrong
            self._dimension = None


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
