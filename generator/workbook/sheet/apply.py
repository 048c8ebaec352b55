"""Edits to one sheet of a package, with the calculation chain kept true."""

from collections.abc import Mapping

from generator.workbook.package.package import Package
from generator.workbook.sheet.address import Position
from generator.workbook.sheet.calc_chain import drop_from_chain
from generator.workbook.sheet.edits import Edit
from generator.workbook.sheet.patch import patch
from generator.workbook.sheet.sheet import Sheet
from generator.workbook.sheet.workbook import SheetRef


def apply(
    package: Package, sheet_ref: SheetRef, sheet: Sheet, edits: Mapping[Position, Edit]
) -> None:
    """Patch the part of ``sheet_ref`` in ``package``; ``sheet`` is the scan of it as it stands.

    No other part changes, but the calculation chain where a formula goes away.
    """
    if not edits:
        return
    package.replace(sheet_ref.part, patch(package.read(sheet_ref.part), sheet, edits))
    gone = [where for where, edit in edits.items() if edit.formula is None and _has(sheet, where)]
    if gone:
        drop_from_chain(package, sheet_ref.sheet_id, gone)


def _has(sheet: Sheet, where: Position) -> bool:
    cell = sheet.cells.get(where)
    return cell is not None and cell.written_formula is not None
