"""Changing cells inside the XML of a worksheet; everything else stays byte for byte."""

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from generator.workbook.rejection import reject
from generator.workbook.sheet import markup
from generator.workbook.sheet.address import Position, address
from generator.workbook.sheet.cell import Cell
from generator.workbook.sheet.edits import KEEP, Edit
from generator.workbook.sheet.markup import Replacement, StartTag, replace_all
from generator.workbook.sheet.sheet import Sheet, Span


def written_out(sheet: Sheet, edits: Mapping[Position, Edit]) -> dict[Position, str]:
    """Return the plain formula of each cell that ``edits`` cut off from its shared formula.

    Cells that get or lose a formula by an edit of their own are not among them.
    """
    found: dict[Position, str] = {}
    for origin, edit in edits.items():
        cell = sheet.cells.get(origin)
        formula = None if cell is None else cell.written_formula
        if edit.formula is KEEP or formula is None or formula.group is None or not formula.text:
            continue
        for where in _followers(sheet, origin, formula.group):
            if where not in edits or edits[where].formula is KEEP:
                found[where] = _translated(formula.text, origin, where)
    return found


def _followers(sheet: Sheet, origin: Position, group: str) -> Iterator[Position]:
    """Yield the dependent cells of a group: up to where another text takes its number over."""
    passed = False
    for where, cell in sheet.cells.items():
        formula = cell.written_formula
        if formula is None or formula.group != group:
            continue
        if passed and formula.text:
            return
        if passed:
            yield where
        passed = passed or where == origin


def _translated(formula: str, origin: Position, where: Position) -> str:
    from openpyxl.formula.translate import Translator  # late: slow to load and seldom needed

    try:
        moved = Translator(f"={formula}", address(*origin)).translate_formula(address(*where))
    except Exception:  # its tokenizer raises several kinds for a formula it cannot read
        raise reject("SHEET-SHARED-FORMULA", address=address(*origin)) from None
    return str(moved).removeprefix("=")


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


_ASCII = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"'](?:us-)?ascii[\"']", re.IGNORECASE)


def patch(xml: bytes, sheet: Sheet, edits: Mapping[Position, Edit]) -> bytes:
    """Return ``xml`` with the cells edited; ``sheet`` must be the scan of the very same bytes.

    A cell that is there keeps its style and every other attribute but its type; one that is
    not is put in its place, in a new row where needed.  Where the first cell of a shared formula
    loses it, the others get the formula written out.  No edits give the same bytes.

    Raises ``Rejected`` for a text or number no cell can hold, ``ValueError`` for other bytes.
    """
    if sheet.size != len(xml):
        raise ValueError("the sheet was scanned from other bytes")
    present = {where: edit for where, edit in edits.items() if where in sheet.cells}
    absent = {where: edit for where, edit in edits.items() if where not in sheet.cells}
    replacements = list(insertions(xml, sheet, absent))
    for where, formula in written_out(sheet, present).items():
        if where in present:
            present[where] = replace(present[where], formula=formula)
        else:
            replacements.append(_formula_only(xml, sheet.cells[where], formula))
    replacements += _edited(xml, sheet, present)
    if _ASCII.match(xml):
        replacements = [each._replace(data=_in_ascii(each.data)) for each in replacements]
    return replace_all(xml, replacements)


def _in_ascii(data: bytes) -> bytes:
    """Number the characters of new content for a part that says it holds ASCII only."""
    return data.decode().encode("ascii", "xmlcharrefreplace")


def _edited(xml: bytes, sheet: Sheet, edits: Mapping[Position, Edit]) -> Iterator[Replacement]:
    for where, edit in edits.items():
        cell = sheet.cells[where]
        tag = markup.start_tag(xml, cell.start)
        formula = _formula(xml, cell, edit, tag.prefix)
        end = tag.element_end(xml, cell.close)
        yield Replacement(cell.start, end, markup.cell(tag, formula, edit))


def _formula(xml: bytes, cell: Cell, edit: Edit, prefix: bytes) -> bytes:
    """Return the formula element the edited cell gets, or nothing."""
    written = cell.written_formula
    if edit.formula is not KEEP:
        return markup.formula(prefix, edit.formula)
    if written is None:
        return b""
    tag = markup.start_tag(xml, written.start)
    return xml[written.start : tag.element_end(xml, written.close)]


def _formula_only(xml: bytes, cell: Cell, formula: str) -> Replacement:
    """Replace the formula element of a cell whose value stays."""
    written = cell.written_formula
    assert written is not None, "only a cell with a formula is cut off from a shared one"
    tag = markup.start_tag(xml, written.start)
    end = tag.element_end(xml, written.close)
    return Replacement(written.start, end, markup.formula(tag.prefix, formula))
