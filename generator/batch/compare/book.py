"""The workbook of a comparison: 项目对照, 指标对照, 问题."""

import io

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties

from generator.batch.compare.project_rows import project_rows
from generator.batch.compare.rows import finding_rows, indicator_rows
from generator.batch.compare.run import Comparison
from generator.batch.compare.sheet import draw_sheet
from generator.forms.comparison.wording import wording
from generator.workbook.moment import issue_moment
from generator.workbook.writer.finish import finish


def comparison_book(comparison: Comparison) -> bytes:
    """Return the bytes of the .xlsx file; all of it is values, nothing is a formula."""
    moment = issue_moment()
    book = Workbook()
    book.properties = DocumentProperties(creator="绩效表单", created=moment, modified=moment)
    book.remove(book.worksheets[0])
    sheets = wording().sheets
    for spec, rows in (
        (sheets.projects, project_rows(comparison)),
        (sheets.indicators, indicator_rows(comparison)),
        (sheets.findings, finding_rows(comparison)),
    ):
        draw_sheet(book.create_sheet(spec.name), spec, rows)
    buffer = io.BytesIO()
    book.save(buffer)
    return finish(buffer.getvalue(), (), moment)
