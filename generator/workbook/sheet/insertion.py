"""Cells that are not in the XML yet: put in column order into their row, or into a new row."""

from collections.abc import Iterator, Mapping

from generator.workbook.sheet import markup
from generator.workbook.sheet.address import Position, address
from generator.workbook.sheet.edits import KEEP, Edit
from generator.workbook.sheet.markup import StartTag
from generator.workbook.sheet.replacement import Replacement
from generator.workbook.sheet.sheet import Sheet, Span


def insertions(xml: bytes, sheet: Sheet, edits: Mapping[Position, Edit]) -> Iterator[Replacement]:
    """Yield what has to be put in for ``edits``, none of whose cells the sheet has."""
    if not edits:
        return
    prefix = markup.start_tag(xml, sheet.data.start).prefix
    rows: dict[int, dict[int, bytes]] = {}
    for (row, column), edit in sorted(edits.items()):
        rows.setdefault(row, {})[column] = _cell(prefix, address(row, column), edit)
    columns = _columns(sheet, rows)
    fresh: dict[int, bytes] = {}
    for row, cells in rows.items():
        if row in sheet.rows:
            yield from _put(xml, sheet.rows[row], columns[row], cells)
        else:
            fresh[row] = _row(prefix, row, b"".join(cells.values()))
    starts = {row: span.start for row, span in sheet.rows.items()}
    yield from _put(xml, sheet.data, starts, fresh)


def _cell(prefix: bytes, where: str, edit: Edit) -> bytes:
    tag = StartTag(prefix + b"c", b' r="%b"' % where.encode("ascii"), False, 0)
    formula = None if edit.formula is KEEP else edit.formula
    return markup.cell(tag, markup.formula(prefix, formula), edit)


def _row(prefix: bytes, row: int, cells: bytes) -> bytes:
    return b'<%brow r="%d">%b</%brow>' % (prefix, row, cells, prefix)


def _columns(sheet: Sheet, rows: Mapping[int, object]) -> dict[int, dict[int, int]]:
    """Return, for each of ``rows``, where its cells start, by column."""
    columns: dict[int, dict[int, int]] = {row: {} for row in rows}
    for row, column in sheet.cells:
        if row in columns:
            columns[row][column] = sheet.cells[row, column].start
    return columns


def _put(
    xml: bytes, parent: Span, present: Mapping[int, int], new: Mapping[int, bytes]
) -> Iterator[Replacement]:
    """Yield each of ``new`` before the first child with a higher number, the rest at the end."""
    tail = b""
    for number, data in new.items():
        following = next((start for other, start in present.items() if other > number), None)
        if following is None:
            tail += data
        else:
            yield Replacement(following, following, data)
    if tail:
        yield _append(xml, parent, tail)


def _append(xml: bytes, parent: Span, data: bytes) -> Replacement:
    """Put ``data`` before the end tag of an element; a self-closing one is opened for it."""
    tag = markup.start_tag(xml, parent.start)
    if not tag.closed:
        return Replacement(parent.close, parent.close, data)
    opened = b"<%b%b>%b</%b>" % (tag.name, tag.attributes, data, tag.name)
    return Replacement(parent.start, tag.end, opened)
