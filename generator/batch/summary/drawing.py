"""Drawing one table on a sheet of its own: title, note, header, rows, totals, filter, print."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.batch.summary.entry import Live, Row, Value
from generator.batch.summary.looks import Looks
from generator.batch.summary.paper import set_up_print
from generator.batch.summary.totals import Totals
from generator.batch.summary.wording import Kind, SheetWords, wording
from generator.workbook.plan.texts import HIGHEST, height
from generator.workbook.sheet.address import letters

HEADER_ROW = 3
_LEAST = 24.0
_TITLE_HEIGHT, _NOTE_HEIGHT = 36.0, 18.0


class Table(Struct, frozen=True):
    """A table as drawn: its sheet, its rows of data (from 1, both included), its formulas."""

    sheet: Worksheet
    words: SheetWords
    first_row: int
    last_row: int
    live: tuple[Live, ...]

    def column(self, key: str) -> int:
        """Return the number of a column, counted from 1."""
        return list(self.words.columns).index(key) + 1


def draw_table(
    book: Workbook, looks: Looks, words: SheetWords, name: str, rows: Iterable[Row]
) -> Table:
    """Draw a table; rows are numbered and written as they come."""
    drawing = _Drawing(book, looks, words, name)
    drawing.top()
    for number, row in enumerate(rows, 1):
        drawing.row({"number": number, **row})
    return drawing.bottom()


class _Drawing:
    """A table while it is being drawn, from the top down."""

    def __init__(self, book: Workbook, looks: Looks, words: SheetWords, name: str) -> None:
        self.sheet: Worksheet = book.create_sheet(name)  # write-only, but alike in what we use
        self.looks, self.words = looks, words
        self.totals = Totals(words, HEADER_ROW + 1)
        self.next_row = 1

    def top(self) -> None:
        columns = self.words.columns.values()
        for number, column in enumerate(columns, 1):
            self.sheet.column_dimensions[letters(number)].width = column.width
        self.sheet.freeze_panes = f"{letters(self.words.frozen + 1)}{HEADER_ROW + 1}"
        set_up_print(self.sheet, HEADER_ROW)
        blank: list[Value] = [None] * (len(self.words.columns) - 1)
        self._append([self.words.title, *blank], "title", _TITLE_HEIGHT)
        self._append([self.words.note], "note", _NOTE_HEIGHT)
        titles: list[Value] = [column.title for column in columns]
        needed = (height(column.title, column.width) for column in columns)
        self._append(titles, "header", max(_LEAST, *needed))

    def row(self, row: Row) -> None:
        """Write one row of data, as high as its longest text needs."""
        values = [row[key] for key in self.words.columns]
        self.totals.add(row)
        self._append(values, "body", min(max((_LEAST, *self._needed(values))), HIGHEST))

    def bottom(self) -> Table:
        last_row = self.next_row - 1
        last = letters(len(self.words.columns))
        self.sheet.auto_filter.ref = f"A{HEADER_ROW}:{last}{last_row}"
        live: tuple[Live, ...] = ()
        if self.totals.wanted:
            values = self.totals.row(last_row, wording().total)
            live = tuple(value for value in values if isinstance(value, Live))
            self._append(values, "total", _LEAST)
        return Table(self.sheet, self.words, HEADER_ROW + 1, last_row, live)

    def _needed(self, values: list[Value]) -> Iterator[float]:
        for column, value in zip(self.words.columns.values(), values, strict=True):
            if column.kind.is_text and isinstance(value, str):
                yield height(value, column.width)

    def _append(self, values: list[Value], part: str, points: float) -> None:
        kinds = [column.kind for column in self.words.columns.values()]
        self.sheet.row_dimensions[self.next_row].height = points
        cells = zip(values, kinds, strict=False)
        self.sheet.append([self._cell(value, part, kind) for value, kind in cells])
        del self.sheet.row_dimensions[self.next_row]  # written with the row, no more needed
        self.next_row += 1

    def _cell(self, value: Value, part: str, kind: Kind) -> object:
        return self.looks.cell(self.sheet, value, part, kind)
