"""The sheet 统计: small tables one below the other, and charts that show them, beside them."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from generator.batch.report.book_rows import Entry, row_xml
from generator.batch.report.book_styles import Style
from generator.batch.report.statistics import RuleCount, Statistics
from generator.batch.report.wording import Block, Book, Table
from generator.forms.findings import Severity
from generator.workbook.names import quoted
from generator.workbook.sheet.address import letters

_CHART_COLUMN, _CHART_COLUMNS, _CHART_ROWS = 7, 9, 17
_MOST_POINTS = 5_000
_MOST_RULES = 15

Cells = Sequence[Sequence[str | int]]


class Series(Struct, frozen=True):
    """A series of a chart: references to its name, its categories (or x) and its values."""

    name: str
    categories: str
    values: str


class Chart(Struct, frozen=True):
    """A chart and where it stands: ``column`` and ``row`` count from 0, as anchors do."""

    kind: str
    title: str
    x_title: str
    y_title: str
    series: tuple[Series, ...]
    column: int
    row: int
    columns: int = _CHART_COLUMNS
    rows: int = _CHART_ROWS


class StatisticsSheet:
    """The counts of a batch as rows and charts."""

    def __init__(self, counts: Statistics, words: Book) -> None:
        self.widths = [26.0, 30.0, 10.0, 10.0, 10.0, 11.0]
        self.charts: list[Chart] = []
        self._rows: list[list[Entry]] = []
        self._sheet = quoted(words.statistics.sheet)
        said = words.statistics
        self._block(said.overview, list(counts.overview()))
        grades = [(name, n.entered, n.computed, n.by_rule) for name, n in counts.grades.items()]
        self._charted(said.grades, grades, first=1)
        self._charted(said.rates, list(counts.rates.items()), first=1)
        rules = [_rule_row(each) for each in counts.rules()]
        self._charted(said.rules, rules, first=2, last=4, most=_MOST_RULES, kind="stacked")
        if counts.evaluations:
            self._scatter(said.scores, words.forms, counts.read)

    def xml_rows(self) -> list[bytes]:
        """Return the rows of the sheet."""
        return [row_xml(n, cells, self.widths) for n, cells in enumerate(self._rows, 1)]

    def _block(self, words: Block, cells: Cells) -> int:
        """Write a small table; return the number of its first row of values."""
        self._rows.append([(words.title, Style.TITLE)])
        self._rows.append([(title, Style.HEADER) for title in words.columns])
        first = len(self._rows) + 1
        self._rows += (_entries(row) for row in cells)
        self._rows.append([])
        return first

    def _charted(
        self,
        words: Block,
        cells: Cells,
        *,
        first: int,
        last: int | None = None,
        most: int | None = None,
        kind: str = "clustered",
    ) -> None:
        """Write a small table and draw its columns from ``first`` on (counted from 0)."""
        top = self._block(words, cells)
        shown = min(len(cells), most or len(cells))
        columns = range(first, (last or len(words.columns) - 1) + 1)
        if shown:
            series = tuple(self._series(column, top, shown) for column in columns)
            self._place(kind, words, words.columns[0], series)

    def _series(self, column: int, top: int, size: int) -> Series:
        letter = letters(column + 1)
        bottom = top + size - 1
        return Series(
            f"{self._sheet}!${letter}${top - 1}",
            f"{self._sheet}!$A${top}:$A${bottom}",
            f"{self._sheet}!${letter}${top}:${letter}${bottom}",
        )

    def _scatter(self, words: Block, forms: Table, size: int) -> None:
        """Draw the points entered over those by rule, from the table of forms itself."""
        keys = [column.key for column in forms.columns]
        last = min(size, _MOST_POINTS) + 1
        x, y = (letters(keys.index(key) + 1) for key in ("rule_total", "entered_total"))
        sheet = quoted(forms.sheet)
        across, up = (f"{sheet}!${letter}$2:${letter}${last}" for letter in (x, y))
        series = Series(f"{sheet}!${y}$1", across, up)
        self._place("scatter", words, words.columns[0], (series,))

    def _place(self, kind: str, words: Block, x_title: str, series: tuple[Series, ...]) -> None:
        across, down = len(self.charts) % 2, len(self.charts) // 2
        column = _CHART_COLUMN + across * (_CHART_COLUMNS + 1)
        row = down * (_CHART_ROWS + 1)
        self.charts.append(Chart(kind, words.title, x_title, words.axis, series, column, row))


def _rule_row(count: RuleCount) -> list[str | int]:
    return [count.rule, count.title, *(count.by_severity[s] for s in Severity), count.forms]


def _entries(row: Iterable[str | int]) -> list[Entry]:
    return [
        (value, Style.TEXT) if isinstance(value, str) else (Decimal(value), Style.COUNT)
        for value in row
    ]
