"""Writing 项目清单.xlsx: empty to fill in, or filled from forms."""

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from generator.batch.project_list import choices
from generator.batch.project_list.columns import INDICATORS, PROJECTS, Column, Kind, ListSheet
from generator.batch.project_list.drawing import draw_list_sheet, set_up_print
from generator.batch.project_list.instructions import SHEET as INSTRUCTIONS
from generator.batch.project_list.instructions import draw_instructions
from generator.batch.project_list.listing import Row, indicator_rows, project_rows
from generator.batch.project_list.validations import add_validations
from generator.forms.models import Form
from generator.workbook.formulas.cached import set_value
from generator.workbook.moment import issue_moment
from generator.workbook.plan.places import Address
from generator.workbook.plan.texts import iso_date
from generator.workbook.sheet.edits import Edit
from generator.workbook.writer.finish import Filled, finish
from generator.workbook.writer.sheet import write_text

_DAY_0 = date(1899, 12, 30)

Page = tuple[ListSheet, tuple[Column, ...], list[Row]]
"""A sheet, the columns it is written with, and its rows."""


def write_project_list(forms: Sequence[Form] = ()) -> bytes:
    """Return the bytes of a project list: a row for every form, or empty where there is none."""
    moment = issue_moment()
    indicators, qualifiers = indicator_rows(forms)
    pages: list[Page] = [
        (PROJECTS, PROJECTS.columns, project_rows(forms)),
        (INDICATORS, INDICATORS.columns + qualifiers, indicators),
    ]
    saved = _drawn(pages, moment)
    return finish(saved, [each for page in pages for each in _filled(*page)], moment)


def _drawn(pages: Sequence[Page], moment: datetime) -> bytes:
    book = Workbook()
    book.properties = DocumentProperties(creator="绩效表单", created=moment, modified=moment)
    book.remove(book.worksheets[0])
    for spec, columns, rows in pages:
        sheet = book.create_sheet(spec.name)
        draw_list_sheet(sheet, columns, rows)
        add_validations(sheet, spec, columns)
        set_up_print(sheet)
    instructions = book.create_sheet(INSTRUCTIONS)
    draw_instructions(instructions)
    set_up_print(instructions, header=False)
    _add_lists(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _add_lists(book: Workbook) -> None:
    sheet: Worksheet = book.create_sheet(choices.SHEET)
    sheet.sheet_state = "veryHidden"
    areas = {choices.list_name("projects"): choices.listed_projects()}
    for each in choices.all_choices():
        areas[each.name] = each.area
        for row, word in enumerate(each.entries, 1):
            write_text(sheet, row, each.column, word)
    for name, area in areas.items():
        book.defined_names[name] = DefinedName(name, attr_text=area)


def _filled(spec: ListSheet, columns: tuple[Column, ...], rows: list[Row]) -> Iterator[Filled]:
    for number, row in enumerate(rows, 2):
        for column, each in enumerate(columns, 1):
            if row.get(each.key) is not None:
                yield Address(spec.name, number, column), _edit(each, row[each.key])


def _edit(column: Column, value: object) -> Edit:
    """Return what goes into a cell; a date that is one goes in as its serial number."""
    day = iso_date(str(value)) if column.kind is Kind.DATE else None
    return set_value(value if day is None else (day - _DAY_0).days, None)
