"""Many forms into one workbook."""

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties

from generator.batch.summary.drawing import HEADER_ROW, Table, draw_table
from generator.batch.summary.entry import SummaryEntry, officially_ordered
from generator.batch.summary.looks import Looks
from generator.batch.summary.saving import finished
from generator.batch.summary.statistics import draw_statistics
from generator.batch.summary.tables import TABLES
from generator.batch.summary.values import Row
from generator.batch.summary.wording import SheetWords, wording
from generator.workbook.moment import issue_moment

_ROWS = 1_048_576 - HEADER_ROW - 1
"""So many rows of data and their totals a sheet can hold; more go on to another."""


def summary_workbook(entries: Iterable[SummaryEntry]) -> bytes:
    """Return the summary of some files as the bytes of an .xlsx file.

    Sheets that would be empty are left out.  Raises ``ValueError`` where there are no entries.
    """
    ordered = officially_ordered(entries)
    if not ordered:
        raise ValueError("there is nothing to summarise")
    moment = issue_moment()
    book = Workbook(write_only=True)
    book.properties = DocumentProperties(creator="绩效表单", created=moment, modified=moment)
    drawn = _draw(book, ordered)
    buffer = io.BytesIO()
    book.save(buffer)
    live = {table.sheet.path.removeprefix("/"): table.live for table in drawn}
    return finished(buffer.getvalue(), live, moment)


def _draw(book: Workbook, entries: Sequence[SummaryEntry]) -> list[Table]:
    looks = Looks(book)
    drawn: dict[str, list[Table]] = {}
    for key, rows_of in TABLES.items():
        drawn[key] = list(_tables(book, looks, wording().sheets[key], rows_of(entries)))
    if drawn["results"]:
        draw_statistics(book, looks, drawn["results"][0], entries)
    _put_unread_last(book, drawn["unread"])
    return list(chain.from_iterable(drawn.values()))


def _tables(
    book: Workbook, looks: Looks, words: SheetWords, rows: Iterator[Row]
) -> Iterator[Table]:
    """Draw a table on as many sheets as its rows need, none where there is no row."""
    number = 1
    while (first := next(rows, None)) is not None:
        name = words.name
        if number > 1:
            name = wording().continued.format(name=words.name, number=number)
        part = islice(chain([first], rows), _ROWS)
        yield draw_table(book, looks, words, name, part)
        number += 1


def _put_unread_last(book: Workbook, tables: Sequence[Table]) -> None:
    for table in tables:
        book.move_sheet(table.sheet.title, len(book.worksheets))
