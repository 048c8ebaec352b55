"""复核报告.xlsx: one workbook over a batch, written as a stream."""

import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain
from typing import BinaryIO

from generator.batch.report import book_styles
from generator.batch.report.book_sheets import SheetPart, sheets
from generator.batch.report.gathered import Gathered
from generator.batch.report.review_page import template
from generator.batch.report.wording import wording

_ROWS_HERE = b"<sheetData>"
_PIECE = 1 << 17  # bytes deflated at once: row by row it takes three times as long


def write_review_book(gathered: Gathered, file: BinaryIO, moment: datetime) -> None:
    """Write the review workbook into an open file; only its counts are ever held in memory.

    ``moment`` dates it.  Raises ``OSError`` where the file cannot be written.
    """
    book = _Writer(file, moment)
    with book.archive:
        made = [book.add_sheet(number, part) for number, part in enumerate(sheets(gathered), 1)]
        book.add_frame(made)


class _Writer:
    """The zip of one workbook."""

    def __init__(self, file: BinaryIO, moment: datetime) -> None:
        self.archive = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)
        self._moment = moment
        self._charts = 0

    def add_sheet(self, number: int, part: SheetPart) -> SheetPart:
        """Write a sheet, row by row, and its charts."""
        frame = template("book_sheet.xml.j2").render(sheet=part, first=number == 1)
        head, rows, tail = frame.encode().partition(_ROWS_HERE)
        self._stream(f"xl/worksheets/sheet{number}.xml", head + rows, part.rows, tail)
        if part.charts:
            self._add_charts(number, part)
        return part

    def add_frame(self, parts: list[SheetPart]) -> None:
        """Write what holds the sheets together."""
        names = {
            "[Content_Types].xml": "book_content_types",
            "_rels/.rels": "book_rels",
            "docProps/core.xml": "book_core",
            "xl/workbook.xml": "book_workbook",
            "xl/_rels/workbook.xml.rels": "book_workbook_rels",
            "xl/styles.xml": "book_styles",
        }
        for name, source in names.items():
            self._render(
                name,
                f"{source}.xml.j2",
                sheets=parts,
                charts=self._charts,
                title=wording().book.title,
                moment=self._moment,
                formats=book_styles.FORMATS.values(),
            )

    def _add_charts(self, number: int, part: SheetPart) -> None:
        """Write the drawing of the one sheet that has charts, and the charts in it."""
        self._charts = len(part.charts)
        for at, chart in enumerate(part.charts, 1):
            self._render(f"xl/charts/chart{at}.xml", "book_chart.xml.j2", chart=chart)
        self._render("xl/drawings/drawing1.xml", "book_drawing.xml.j2", charts=part.charts)
        charts = [f"../charts/chart{at}.xml" for at in range(1, self._charts + 1)]
        self._relate("xl/drawings/_rels/drawing1.xml.rels", "chart", charts)
        drawings = ["../drawings/drawing1.xml"]
        self._relate(f"xl/worksheets/_rels/sheet{number}.xml.rels", "drawing", drawings)

    def _relate(self, name: str, kind: str, targets: list[str]) -> None:
        self._render(name, "book_part_rels.xml.j2", kind=kind, targets=targets)

    def _render(self, name: str, source: str, **values: object) -> None:
        self.archive.writestr(self._info(name), template(source).render(values))

    def _stream(self, name: str, head: bytes, rows: Iterable[bytes], tail: bytes) -> None:
        with self.archive.open(self._info(name), "w", force_zip64=False) as member:
            for piece in _joined(chain([head], rows, [tail])):
                member.write(piece)

    def _info(self, name: str) -> zipfile.ZipInfo:
        info = zipfile.ZipInfo(name, self._moment.timetuple()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o600 << 16
        return info


def _joined(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the same bytes in larger pieces."""
    piece = bytearray()
    for part in parts:
        piece += part
        if len(piece) >= _PIECE:
            yield bytes(piece)
            piece.clear()
    yield bytes(piece)
