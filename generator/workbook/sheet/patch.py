"""Changing cells inside the XML of a worksheet; everything else stays byte for byte."""

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from generator.workbook.sheet import markup
from generator.workbook.sheet.address import Position
from generator.workbook.sheet.cell import Cell
from generator.workbook.sheet.edits import KEEP, Edit
from generator.workbook.sheet.insertion import insertions
from generator.workbook.sheet.replacement import Replacement, replace_all
from generator.workbook.sheet.shared_formula import written_out
from generator.workbook.sheet.sheet import Sheet

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
