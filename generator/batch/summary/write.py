"""Many forms into one workbook."""

import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain, islice
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties

from generator.batch.summary.collected import Collected
from generator.batch.summary.drawing import HEADER_ROW, Table, draw_table
from generator.batch.summary.entry import Row
from generator.batch.summary.figures import ResultFigures
from generator.batch.summary.looks import Looks
from generator.batch.summary.saving import finish
from generator.batch.summary.statistics import draw_statistics
from generator.batch.summary.tables import TABLES
from generator.batch.summary.wording import SheetWords, wording

_ROWS = 1_048_576 - HEADER_ROW - 1
"""So many rows of data and their totals a sheet can hold; more go on to another."""


def write_summary(files: Collected, file: BinaryIO, moment: datetime) -> None:
    """Write the summary of some files as an .xlsx file into an open one; ``moment`` dates it.

    Sheets that would be empty are left out.  Raises ``ValueError`` where there are no files, and
    ``OSError`` where the summary cannot be written.
    """
    if not files:
        raise ValueError("there is nothing to summarise")
    book = Workbook(write_only=True)
    book.properties = DocumentProperties(creator="绩效表单", created=moment, modified=moment)
    drawn = _draw(book, files)
    with tempfile.TemporaryFile(prefix=".jixiao-") as saved:
        book.save(saved)
        live = {table.sheet.path.removeprefix("/"): table.live for table in drawn}
        finish(saved, file, live, moment)


def _draw(book: Workbook, files: Collected) -> list[Table]:
    looks, figures = Looks(book), ResultFigures()
    rows = {key: files.rows(key) for key in TABLES}
    rows["results"] = figures.counted(rows["results"])
    drawn = {key: list(_tables(book, looks, wording().sheets[key], rows[key])) for key in TABLES}
    if drawn["results"]:
        draw_statistics(book, looks, drawn["results"][0], figures)
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
