"""What stands in a worksheet around its rows: merges, protection, dimension."""

from functools import partial

from generator.workbook.package.limits import Limits
from generator.workbook.rejection import reject
from generator.workbook.sheet.address import Area, area
from generator.workbook.sheet.rows import RowReader
from generator.workbook.sheet.sheet import Rows, Sheet, Span
from generator.workbook.sheet.workbook import is_true
from generator.workbook.sheet.xml import MAIN_NAMESPACES, feed, new_parser


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
