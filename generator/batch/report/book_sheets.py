"""The sheets of the review workbook: three tables, cut where a sheet is full, and the counts."""

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct, field

from generator.batch.report.book_rows import (
    entries,
    finding_rows,
    form_rows,
    rejected_rows,
    row_xml,
)
from generator.batch.report.book_statistics import Chart, StatisticsSheet
from generator.batch.report.book_styles import Style
from generator.batch.report.gathered import Gathered
from generator.batch.report.shown import Urgency, Values
from generator.batch.report.wording import Table, wording
from generator.workbook.names import quoted
from generator.workbook.sheet.address import letters

ROWS = 500_000
"""Rows a sheet holds before the next is begun; a sheet ends at twice that."""


class SheetPart(Struct, frozen=True):
    """A sheet as the templates want it: its frame, and its rows as they are made."""

    name: str
    widths: list[float]
    rows: Iterator[bytes]
    last_row: int
    frozen: int = 0
    is_table: bool = True
    charts: list[Chart] = field(default_factory=list)

    @property
    def last_column(self) -> str:
        """The letter of the last column."""
        return letters(len(self.widths))

    @property
    def first_free(self) -> str:
        """The first cell that moves when one scrolls."""
        return f"{letters(self.frozen + 1)}2"

    @property
    def quoted(self) -> str:
        """The name as references write it."""
        return quoted(self.name)


def sheets(gathered: Gathered) -> Iterator[SheetPart]:
    """Yield the sheets in order; the rows of each are to be used up before the next is taken."""
    words, counts = wording().book, gathered.statistics
    yield from _table(words.forms, form_rows(gathered), counts.read)
    yield from _table(words.findings, finding_rows(gathered), counts.findings)
    yield from _table(words.rejected, rejected_rows(gathered), counts.urgencies[Urgency.REJECTED])
    if gathered.outstanding is not None:
        missing = gathered.outstanding
        yield from _table(words.outstanding, iter(missing), len(missing))
    drawn = StatisticsSheet(counts, words)
    rows = drawn.xml_rows()
    yield SheetPart(
        words.statistics.sheet, drawn.widths, iter(rows), len(rows), 0, False, drawn.charts
    )


def _table(table: Table, values: Iterator[Values], size: int) -> Iterator[SheetPart]:
    """Yield the sheet of a table, or as many as its rows need."""
    widths = [column.width for column in table.columns]
    for number, start in enumerate(range(0, max(size, 1), ROWS), 1):
        name = table.sheet if number == 1 else f"{table.sheet} ({number})"
        held = min(ROWS, size - start)
        rows = _rows(table, islice(values, held))
        yield SheetPart(name, widths, rows, held + 1, table.frozen)


def _rows(table: Table, values: Iterator[Values]) -> Iterator[bytes]:
    widths = [column.width for column in table.columns]
    yield row_xml(1, [(column.title, Style.HEADER) for column in table.columns], widths)
    for number, row in enumerate(values, 2):
        yield row_xml(number, entries(table.columns, row), widths)
