"""How the sheet 校验结果 looks: like 复核意见, which a finance officer adds to what goes back.

The colours are those of ``generator.workbook.text_styles``.
"""

from collections.abc import Iterable, Iterator, Sequence

from generator.batch.outcome import Located
from generator.batch.report.wording import wording
from generator.forms.findings import Severity
from generator.workbook.sheet.address import letters
from xladdin.book.grid import area
from xladdin.book.native import Format, Rgb
from xladdin.book.rows import runs

HEADING_ROW = 3
"""The title, the counts, the headings, and from the next row on a line a finding."""

_TITLE_HEIGHT = 28.0
_SONG, _HEI = "宋体", "黑体"
_HEADING, _LINK, _LINES = (228, 234, 242), (31, 78, 158), (140, 140, 140)
_FILLS = {Severity.ERROR: (255, 199, 206), Severity.WARNING: (255, 235, 156)}
_INKS: dict[Severity, Rgb] = {Severity.ERROR: (156, 0, 6)}


def result_formats(found: Sequence[Located], linked: Iterable[int], memory: int) -> list[Format]:
    """Return the formats of the sheet for findings in the order of their lines.

    ``linked`` are the rows whose place is a link, ``memory`` the column kept out of sight.
    """
    keys = [column.key for column in wording().return_copy.columns]
    place, severity = keys.index("cell") + 1, keys.index("severity") + 1
    return [
        *_columns(len(found), memory),
        Format("A1:A1", font=_HEI, size=16, bold=True, height=_TITLE_HEIGHT),
        Format(area((HEADING_ROW, 1), (HEADING_ROW, len(keys))), fill=_HEADING, bold=True,
               centred=True),
        *_severities(found, severity),
        *(Format(_rows(place, *run), ink=_LINK) for run in runs(linked)),
    ]  # fmt: skip


def _columns(lines: int, memory: int) -> Iterator[Format]:
    """Yield font, widths and boxes: a column of words stands centred, one of texts to the left."""
    columns, last = wording().return_copy.columns, HEADING_ROW + lines
    out_of_sight = letters(memory)
    yield Format(f"{out_of_sight}:{out_of_sight}", hidden=True)
    yield Format(f"A:{letters(len(columns))}", font=_SONG, size=10.5)
    yield Format(area((HEADING_ROW, 1), (last, len(columns))), wrapped=True, lines=_LINES)
    for number, column in enumerate(columns, 1):
        is_text = column.kind == "text"
        yield Format(_rows(number, HEADING_ROW, last), width=column.width, centred=not is_text)


def _severities(found: Sequence[Located], column: int) -> Iterator[Format]:
    for severity, fill in _FILLS.items():
        rows = [row for row, each in lines_of(found) if each.finding.severity is severity]
        for run in runs(rows):
            address = _rows(column, *run)
            yield Format(address, fill=fill, ink=_INKS.get(severity), bold=True)


def lines_of(found: Sequence[Located]) -> Iterator[tuple[int, Located]]:
    """Yield each finding with the row its line stands in."""
    return iter(enumerate(found, HEADING_ROW + 1))


def _rows(column: int, first: int, last: int) -> str:
    return area((first, column), (last, column))
