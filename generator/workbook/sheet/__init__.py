"""Worksheets and the workbook part: scanned in one pass, patched in place."""

from generator.workbook.sheet.address import Area, Position, address, area, position
from generator.workbook.sheet.apply import apply
from generator.workbook.sheet.cell import Cell, Formula, Kind
from generator.workbook.sheet.edits import KEEP, Clear, Edit, NewFormula, SetNumber, SetText
from generator.workbook.sheet.patch import patch
from generator.workbook.sheet.scan import scan
from generator.workbook.sheet.sheet import Sheet, Span
from generator.workbook.sheet.strings import SharedStrings
from generator.workbook.sheet.workbook import SheetRef, WorkbookParts, read_workbook

__all__ = [
    "KEEP",
    "Area",
    "Cell",
    "Clear",
    "Edit",
    "Formula",
    "Kind",
    "NewFormula",
    "Position",
    "SetNumber",
    "SetText",
    "SharedStrings",
    "Sheet",
    "SheetRef",
    "Span",
    "WorkbookParts",
    "address",
    "apply",
    "area",
    "patch",
    "position",
    "read_workbook",
    "scan",
]
