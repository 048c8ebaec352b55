"""The sheet 校验结果: one line a finding with a link to its cell.

Beside the lines, out of sight, stand the marks with what was there before, so that they can be
taken away again on any machine.  The sheet is protected without a password: it is written anew by
every check, and what somebody typed into it would be lost.
"""

import xlwings as xw

from generator.batch.outcome import Located
from generator.batch.report.shown import by_gravity
from generator.workbook.names import quoted
from generator.workbook.sheet.address import Position
from xladdin.book.current import Current
from xladdin.book.grid import area, rows_of
from xladdin.book.guard import unprotected
from xladdin.book.marks import Mark, Marks, as_texts, from_texts
from xladdin.book.native import Columns
from xladdin.book.wording import say
from xladdin.contract import Asker

SHEET = "校验结果"
_HEADINGS = ("序号", "严重程度", "位置", "问题", "填写值", "应为", "可能原因", "规则", "依据")
_MEMORY = 30
"""Column out of sight that holds the marks."""

_COLUMNS = (Columns("A:I", 16), Columns("D:D", 60), Columns("AD:AD", 16, hidden=True))

_MOST = 1_000
"""No form has as many cells."""


def result_of(form: Current) -> xw.Sheet | None:
    """Return the sheet of the last check, ``None`` where there is none."""
    return form.program.sheet(SHEET)


def write_result(form: Current, there: xw.Sheet | None, marks: Marks, asker: Asker) -> None:
    """Write the sheet anew, in the place of the one that is there."""
    sheet = there or form.program.add_sheet(form.sheet, SHEET, _COLUMNS)
    with unprotected(sheet, asker, form.program):
        if there is not None:
            sheet.clear_contents()
        rows = _rows(form)
        sheet.range(area((1, 1), (len(rows), len(_HEADINGS)))).raw_value = rows
        if marks:
            memory = sheet.range(area((1, _MEMORY), (len(marks), _MEMORY)))
            memory.raw_value = [[text] for text in as_texts(marks)]
    if there is None:
        form.program.close(sheet, "", None)


def read_marks(sheet: xw.Sheet) -> dict[Position, Mark]:
    """Return the marks of the last check."""
    found = sheet.range(area((1, _MEMORY), (_MOST, _MEMORY))).formula
    return from_texts(row[0] for row in rows_of(found, _MOST, 1))


def _rows(form: Current) -> list[list[float | str]]:
    title = say("result_title", project=form.form.project_name or "")
    rows = [_row([title]), _row([]), _row([*_HEADINGS])]
    found = by_gravity(form.outcome)
    return rows + [_line(number, each, form) for number, each in enumerate(found, 1)]


def _line(number: int, each: Located, form: Current) -> list[float | str]:
    finding = each.finding
    texts = (finding.message, finding.entered, finding.expected, finding.explanation)
    shown = [_text(text) for text in (*texts, finding.rule, finding.reference)]
    return [float(number), finding.severity.chinese, _place(each, form), *shown]


def _text(text: str | None) -> str:
    """Return a text that no program takes for a formula or a number."""
    return f"'{text}" if text and not text[0].isalpha() else text or ""


def _row(cells: list[str]) -> list[float | str]:
    return [*cells, *[""] * (len(_HEADINGS) - len(cells))]


def _place(each: Located, form: Current) -> str:
    """Return the cell as a link to it, where there is one to go to."""
    if each.cell is None or each.sheet != form.places.sheet:
        return each.cell or say("whole_form")
    target = f"#{quoted(each.sheet)}!{each.cell}".replace('"', '""')
    return f'=HYPERLINK("{target}","{each.cell}")'
