"""Drawing the form sheet: cells, merges, heights, helper columns, print set-up, protection."""

import base64
import hashlib
import os
from typing import Literal

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.profiles import Profile
from generator.workbook.formulas.computed import computed_formula, score_formula
from generator.workbook.formulas.helpers import Helper, row_formulas
from generator.workbook.layout.schema import Style
from generator.workbook.plan.plan import Plan, PlannedCell
from generator.workbook.writer.styles import StyleBook

SPINS = 100_000


def protect(sheet: Worksheet, password: str | None, salt: bytes | None = None) -> None:
    """Protect a sheet; rows may still be shown, hidden and made higher by hand.

    ``salt`` (16 bytes) is random unless given.
    """
    protection = sheet.protection
    protection.sheet = True
    protection.objects = True
    protection.scenarios = True
    protection.formatRows = False
    protection.formatColumns = False
    if password:
        salt = salt or os.urandom(16)
        protection.algorithmName = "SHA-512"
        protection.saltValue = base64.b64encode(salt).decode()
        protection.spinCount = SPINS
        protection.hashValue = password_hash(password, salt, SPINS)


def password_hash(password: str, salt: bytes, spins: int) -> str:
    """Return the base64 hash Excel keeps (ECMA-376 part 1, 18.3.1.85)."""
    digest = hashlib.sha512(salt + password.encode("utf-16-le")).digest()
    for turn in range(spins):
        digest = hashlib.sha512(digest + turn.to_bytes(4, "little")).digest()
    return base64.b64encode(digest).decode()


_HELPER_WIDTH = 11


def draw_sheet(sheet: Worksheet, plan: Plan, styles: StyleBook, profile: Profile) -> None:
    """Draw everything of the form sheet but the entries, which are filled in afterwards."""
    for cell in plan.cells:
        _draw_cell(sheet, cell, styles)
    _put_formulas(sheet, plan, styles, profile)
    _shape(sheet, plan)
    _set_up_print(sheet, plan)


def give_helpers(plan: Plan) -> None:
    """Reserve the helper columns of a self-evaluation, outside the print area."""
    if plan.layout.kind == "self_evaluation":
        first = plan.layout.first_helper
        plan.places.helpers.update({helper: first + i for i, helper in enumerate(Helper)})


def _draw_cell(sheet: Worksheet, planned: PlannedCell, styles: StyleBook) -> None:
    for row in range(planned.row, planned.last_row + 1):
        for column in range(planned.column, planned.last_column + 1):
            styles.dress(
                sheet.cell(row, column),
                planned.style,
                locked=planned.locked,
                computed=planned.formula is not None,
                number_format=planned.number_format,
            )
    if planned.is_merged:
        sheet.merged_cells.add(
            CellRange(
                min_row=planned.row,
                min_col=planned.column,
                max_row=planned.last_row,
                max_col=planned.last_column,
            )
        )
    if planned.label is not None:
        write_text(sheet, planned.row, planned.column, planned.label)


def write_text(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Write a text that is never taken for a formula, whatever it begins with."""
    cell = sheet.cell(row, column)
    cell.value = text
    cell.data_type = "s"


def _put_formulas(sheet: Worksheet, plan: Plan, styles: StyleBook, profile: Profile) -> None:
    places = plan.places
    for field, formula in plan.layout.computed.items():
        place = places.scalars[field]
        text = computed_formula(formula, field, places, profile)
        sheet.cell(place.row, place.column).value = text
    if places.helpers:
        _put_helpers(sheet, plan, styles, profile)


def _put_helpers(sheet: Worksheet, plan: Plan, styles: StyleBook, profile: Profile) -> None:
    places = plan.places
    for helper, column in places.helpers.items():
        write_text(sheet, plan.header_row, column, helper)
        styles.dress(sheet.cell(plan.header_row, column), Style.HEADER, locked=True)
        sheet.column_dimensions[get_column_letter(column)].width = _HELPER_WIDTH
        sheet.column_dimensions[get_column_letter(column)].hidden = True
    for row in range(places.first_row, places.last_row + 1):
        sheet.cell(row, places.columns["score"]).value = score_formula(places, row)
        for helper, formula in row_formulas(places, row, profile):
            sheet.cell(row, places.helpers[helper]).value = formula


def _shape(sheet: Worksheet, plan: Plan) -> None:
    for letter, width in plan.layout.columns.items():
        sheet.column_dimensions[letter].width = width
    for row, height in plan.heights.items():
        sheet.row_dimensions[row].height = round(height, 1)
    for row in plan.hidden:
        sheet.row_dimensions[row].hidden = True


def _set_up_print(sheet: Worksheet, plan: Plan) -> None:
    last = get_column_letter(plan.layout.last_column)
    sheet.print_area = f"A1:{last}{plan.last_row}"
    sheet.print_title_rows = f"{plan.header_row}:{plan.header_row}"
    fit_to_a4_width(sheet, plan.layout.orientation)
    sheet.print_options.horizontalCentered = True
    sheet.sheet_view.showGridLines = False
    footer = sheet.oddFooter
    assert footer is not None, "a new sheet has a footer"
    footer.center.text = "第 &P 页，共 &N 页"


def fit_to_a4_width(
    sheet: Worksheet, orientation: Literal["portrait", "landscape"] = "portrait"
) -> None:
    """Print on A4, as wide as the page, as many pages as it takes."""
    sheet.page_setup.orientation = orientation
    sheet.page_margins = PageMargins(left=0.47, right=0.47, top=0.6, bottom=0.75, footer=0.35)
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
