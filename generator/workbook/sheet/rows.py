"""The rows of a worksheet while it is parsed: the hot path of a batch.

The handlers are few and do little: text is gathered by ``list.append`` itself, addresses come
from a cache, and an element nobody asks for costs one comparison more than the others.
"""

from pyexpat import XMLParserType

from generator.workbook.package.limits import Limits
from generator.workbook.rejection import reject
from generator.workbook.sheet.address import LAST_COLUMN, LAST_ROW, Position, address, position
from generator.workbook.sheet.cell import Cell, Formula, content
from generator.workbook.sheet.sheet import Rows, Span
from generator.workbook.sheet.strings import SharedStrings
from generator.workbook.sheet.workbook import is_true

_NO_ATTRIBUTES: dict[str, str] = {}


class RowReader:
    """Collects cells and rows; ``start`` and ``end`` are the handlers between the data's tags."""

    def __init__(
        self, parser: XMLParserType, strings: SharedStrings, limits: Limits, sheet: str
    ) -> None:
        self._cells: dict[Position, Cell] = {}
        self._spans: dict[int, Span] = {}
        self._hidden: set[int] = set()
        self.found = Rows(self._cells, self._spans, self._hidden, self._cells.keys())
        self._depth = 0  # of elements unknown here
        self._parser, self._strings, self._limits, self._sheet = parser, strings, limits, sheet
        self._pieces: list[str] = []
        self.text = self._pieces.append
        self._row = self._column = self._row_start = self._cell_start = self._formula_start = 0
        self._row_open = self._cell_open = self._phonetic = False
        self._attributes = self._formula_attributes = _NO_ATTRIBUTES
        self._value: str | None = None
        self._runs: list[str] | None = None
        self._formula: Formula | None = None

    def use_namespace(self, space: str) -> None:
        """Name the elements to look for as the parser will report them."""
        self._c, self._v, self._f = f"{space} c", f"{space} v", f"{space} f"
        self._t, self._is, self._ph = f"{space} t", f"{space} is", f"{space} rPh"
        self._tag_row = f"{space} row"

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a start tag."""
        if name == self._c:
            self._start_cell(attributes)
        elif name == self._v or name == self._t:
            self._pieces.clear()
        elif name == self._f:
            self._pieces.clear()
            self._formula_attributes = attributes
            self._formula_start = self._parser.CurrentByteIndex
        elif name == self._tag_row:
            self._start_row(attributes)
        else:
            self._start_other(name)

    def end(self, name: str) -> None:
        """Take an end tag."""
        if name == self._v:
            self._value = "".join(self._pieces)
        elif name == self._c:
            self._end_cell()
        elif name == self._t:
            self._end_run()
        elif name == self._f:
            self._end_formula()
        elif name == self._tag_row:
            self._end_row()
        else:
            self._end_other(name)

    def _start_row(self, attributes: dict[str, str]) -> None:
        if self._row_open:
            raise reject("SHEET-BROKEN", sheet=self._sheet)
        number = attributes.get("r")
        self._row = self._row + 1 if number is None else int(number)
        if not 1 <= self._row <= LAST_ROW:
            raise ValueError(self._row)
        if is_true(attributes.get("hidden", "")):
            self._hidden.add(self._row)
        self._column = 0
        self._row_open = True
        self._row_start = self._parser.CurrentByteIndex

    def _end_row(self) -> None:
        self._spans.setdefault(self._row, Span(self._row_start, self._parser.CurrentByteIndex))
        self._row_open = False
        if len(self._spans) > self._limits.rows:
            raise reject("SHEET-ROWS", sheet=self._sheet, limit=self._limits.rows)
        if len(self._cells) > self._limits.cells:
            raise reject("SHEET-CELLS", sheet=self._sheet, limit=self._limits.cells)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        if self._cell_open or not self._row_open:
            raise reject("SHEET-BROKEN", sheet=self._sheet)
        self._cell_open = True
        self._attributes = attributes
        self._value = self._runs = self._formula = None
        self._cell_start = self._parser.CurrentByteIndex

    def _end_cell(self) -> None:
        attributes = self._attributes
        where = self._where(attributes.get("r"))
        if where in self._cells:
            raise reject("SHEET-DUPLICATE-CELL", sheet=self._sheet, address=address(*where))
        kind, raw = content(attributes.get("t"), self._value, self._runs, self._strings)
        style = int(attributes.get("s", 0))
        close = self._parser.CurrentByteIndex
        self._cells[where] = Cell(kind, raw, style, self._cell_start, close, self._formula)
        self._cell_open = False

    def _where(self, written: str | None) -> Position:
        """Return the position of the open cell: as written, else the one after the last."""
        where = position(written) if written is not None else (self._row, self._column + 1)
        if where[0] != self._row or where[1] > LAST_COLUMN:
            raise ValueError(written or address(*where))
        self._column = where[1]
        return where

    def _end_run(self) -> None:
        if self._runs is not None and not self._phonetic:
            self._runs.append("".join(self._pieces))

    def _end_formula(self) -> None:
        attributes = self._formula_attributes
        group = attributes.get("si") if attributes.get("t") == "shared" else None
        close = self._parser.CurrentByteIndex
        self._formula = Formula("".join(self._pieces), group, self._formula_start, close)

    def _start_other(self, name: str) -> None:
        if name == self._is:
            self._runs = []
        elif name == self._ph:
            self._phonetic = True
        else:
            self._depth += 1
            if self._depth > self._limits.xml_depth:
                raise reject("XML-DEPTH", part=self._sheet, limit=self._limits.xml_depth)

    def _end_other(self, name: str) -> None:
        if name == self._ph:
            self._phonetic = False
        elif name != self._is:
            self._depth -= 1
