"""Rows of the review workbook: values in, XML out, one row at a time."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from generator.batch.outcome import Outcome
from generator.batch.report.book_styles import Style, content, style_of
from generator.batch.report.gathered import Gathered
from generator.batch.report.shown import (
    Urgency,
    Values,
    by_gravity,
    finding_values,
    form_values,
    rejected_values,
)
from generator.batch.report.wording import Column
from generator.workbook.plan import texts as heights
from generator.workbook.sheet.address import letters
from generator.workbook.sheet.edits import Clear, Edit, SetNumber, SetText
from generator.workbook.sheet.markup import StartTag, cell

Entry = tuple[str | Decimal | None, Style]
"""What stands in a cell and how it looks."""

_LINE = heights.LINE + heights.PADDING
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
    inner: list[bytes] = []
    needed = 0.0
    for letter, (value, style), width in zip(_LETTERS, cells, widths, strict=False):
        if isinstance(value, str):
            content, height = _text(value, style, width)
            needed = max(needed, height)
        else:
            content = _cell(value, style)
        inner.append(b'<c r="%b%d%b' % (letter, number, content))
    high = format(min(heights.HIGHEST, needed or _LINE), ".0f").encode()
    return b'<row r="%d" ht="%b" customHeight="1">%b</row>' % (number, high, b"".join(inner))


@lru_cache(maxsize=1024)
def _text(value: str, style: Style, width: float) -> tuple[bytes, float]:
    """Return the cell of a text after its address, and the height the text needs.

    Most texts of a table stand in many of its rows.
    """
    return _cell(value, style), 0.0 if style is Style.TITLE else heights.height(value, width)


def _cell(value: str | Decimal | None, style: Style) -> bytes:
    """Return what follows the address in a cell element."""
    tag = StartTag(b"", b'" s="%d"' % style, False, 0)
    return cell(tag, b"", _edit(value)).removeprefix(b"<").replace(b"</>", b"</c>")


def _edit(value: str | Decimal | None) -> Edit:
    if value is None:
        return Clear(None)
    return SetText(value, None) if isinstance(value, str) else SetNumber(value, None)
