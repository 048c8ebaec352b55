"""Shared formulas: when the first cell of a group loses it, the others get it written out.

Only the first cell of a group carries the text; the others would be left with nothing.
"""

from collections.abc import Iterator, Mapping

from generator.workbook.rejection import reject
from generator.workbook.sheet.address import Position, address
from generator.workbook.sheet.edits import KEEP, Edit
from generator.workbook.sheet.sheet import Sheet


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
