"""Rows of the review workbook: values in, XML out, one row at a time."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from generator.batch.outcome import Outcome
from generator.batch.report.book_styles import Style, content, style_of
from generator.batch.report.gathered import Gathered
from generator.batch.report.shown import (
    Values,
    by_gravity,
    finding_values,
    form_values,
    rejected_values,
)
from generator.batch.report.urgency import Urgency
from generator.batch.report.wording import Column
from generator.workbook.plan import heights
from generator.workbook.sheet.address import letters
from generator.workbook.sheet.edits import Clear, Edit, SetNumber, SetText
from generator.workbook.sheet.markup import StartTag, cell

Entry = tuple[str | Decimal | None, Style]
"""What stands in a cell and how it looks."""

_LETTERS = tuple(letters(column).encode() for column in range(1, 257))


def form_rows(gathered: Gathered) -> Iterator[Values]:
    """Yield the values of every form that was read, in the order of the files."""
    for outcome in gathered:
        if outcome.rejection is None:
            yield form_values(outcome)


def finding_rows(gathered: Gathered) -> Iterator[Values]:
    """Yield the values of every finding, form by form, errors first."""
    for outcome in gathered:
        yield from _findings(outcome)


def rejected_rows(gathered: Gathered) -> Iterator[Values]:
    """Yield the values of every file that was not read."""
    return map(rejected_values, gathered.pile(Urgency.REJECTED))


def _findings(outcome: Outcome) -> Iterator[Values]:
    if not outcome.findings:
        return
    form = form_values(outcome)
    for located in by_gravity(outcome):
        yield {**form, **finding_values(located)}


def entries(columns: Sequence[Column], values: Values) -> list[Entry]:
    """Return the cells of one row of a table."""
    shown = ((column.kind, values[column.key]) for column in columns)
    return [(content(value), style_of(kind, value)) for kind, value in shown]


def row_xml(number: int, cells: Sequence[Entry], widths: Sequence[float]) -> bytes:
    """Return a row element as high as its texts; nothing in it can become a formula."""
    inner = b"".join(
        _cell(letter, number, value, style)
        for letter, (value, style) in zip(_LETTERS, cells, strict=False)
    )
    height = format(_height(cells, widths), ".0f").encode()
    return b'<row r="%d" ht="%b" customHeight="1">%b</row>' % (number, height, inner)


def _height(cells: Sequence[Entry], widths: Sequence[float]) -> float:
    needed = (
        _height_of(value, width)
        for (value, style), width in zip(cells, widths, strict=False)
        if isinstance(value, str) and style is not Style.TITLE
    )
    return min(heights.HIGHEST, max(needed, default=heights.LINE + heights.PADDING))


@lru_cache(maxsize=1024)
def _height_of(text: str, width: float) -> float:
    """Return the height of a text; most texts of a table stand in many of its rows."""
    return heights.height(text, width)


def _cell(letter: bytes, row: int, value: str | Decimal | None, style: Style) -> bytes:
    tag = StartTag(b"c", b' r="%b%d" s="%d"' % (letter, row, style), False, 0)
    return cell(tag, b"", _edit(value))


def _edit(value: str | Decimal | None) -> Edit:
    if value is None:
        return Clear(None)
    return SetText(value, None) if isinstance(value, str) else SetNumber(value, None)
