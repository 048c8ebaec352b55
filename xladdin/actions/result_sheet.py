"""The sheet 校验结果: one line a finding with a link to its cell.

Beside the lines, out of sight, stand the marks with what was there before, so that they can be
taken away again on any machine.  The sheet is protected without a password: it is written anew by
every check, and what somebody typed into it would be lost.
"""

from collections.abc import Sequence

import xlwings as xw

from generator.batch.outcome import Located
from generator.batch.report.shown import Value, by_gravity, finding_values
from generator.batch.report.wording import wording
from generator.batch.returns.issued import CHECK_SHEET
from generator.forms.findings import Severity
from generator.workbook.names import quoted
from generator.workbook.sheet.address import Position
from xladdin.actions.result_formats import lines_of, result_formats
from xladdin.book.current import Current
from xladdin.book.grid import area, rows_of
from xladdin.book.guard import unprotected
from xladdin.book.marks import Mark, Marks, as_texts, from_texts
from xladdin.book.wording import say
from xladdin.contract import Asker

SHEET = CHECK_SHEET
_MEMORY = 30
"""Column out of sight that holds the marks."""

_MOST = 1_000
"""No form has as many cells."""


def result_of(form: Current) -> xw.Sheet | None:
    """Return the sheet of the last check, ``None`` where there is none."""
    return form.program.sheet(SHEET)


def write_result(form: Current, there: xw.Sheet | None, marks: Marks, asker: Asker) -> None:
    """Write the sheet anew, in the place of the one that is there."""
    sheet = there or form.program.add_sheet(form.sheet, SHEET)
    found = by_gravity(form.outcome)
    linked = [row for row, each in lines_of(found) if _is_linked(each, form)]
    with unprotected(sheet, asker, form.program):
        form.program.lay_out(sheet, result_formats(found, linked, _MEMORY))
        rows = _rows(form, found)
        sheet.range(area((1, 1), (len(rows), len(rows[0])))).raw_value = rows
        if marks:
            memory = sheet.range(area((1, _MEMORY), (len(marks), _MEMORY)))
            memory.raw_value = [[text] for text in as_texts(marks)]
    if there is None:
        form.program.close(sheet, "", None)


def read_marks(sheet: xw.Sheet) -> dict[Position, Mark]:
    """Return the marks of the last check."""
    found = sheet.range(area((1, _MEMORY), (_MOST, _MEMORY))).formula
    return from_texts(row[0] for row in rows_of(found, _MOST, 1))


def counts(form: Current) -> str:
    """Say how many findings of which severity there are."""
    outcome = form.outcome
    return say(
        "found",
        errors=outcome.count(Severity.ERROR),
        warnings=outcome.count(Severity.WARNING),
        infos=outcome.count(Severity.INFO),
    )


def _rows(form: Current, found: Sequence[Located]) -> list[list[float | str]]:
    columns = wording().return_copy.columns
    title = say("result_title", project=form.form.project_name or "")
    above = [title], [counts(form)], [column.title for column in columns]
    rows: list[list[float | str]] = [
        [*texts, *[""] * (len(columns) - len(texts))] for texts in above
    ]
    return rows + [_line(number, each, form) for number, each in enumerate(found, 1)]


def _line(number: int, each: Located, form: Current) -> list[float | str]:
    texts = {key: _content(value) for key, value in finding_values(each).items()}
    shown: dict[str, float | str] = {**texts, "number": float(number), "cell": _place(each, form)}
    return [shown[column.key] for column in wording().return_copy.columns]


def _content(value: Value) -> str:
    """Return what is to be written; behind an apostrophe no program takes a text for a number."""
    text = value.chinese if isinstance(value, Severity) else str(value or "")
    return f"'{text}" if text else ""


def _place(each: Located, form: Current) -> str:
    """Return the cell as a link to it, where there is one to go to."""
    if not _is_linked(each, form):
        return each.cell or wording().whole_form
    target = f"#{quoted(form.places.sheet)}!{each.cell}".replace('"', '""')
    return f'=HYPERLINK("{target}","{each.cell}")'


def _is_linked(each: Located, form: Current) -> bool:
    return each.cell is not None and each.sheet == form.places.sheet
