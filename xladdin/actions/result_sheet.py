"""The sheet 校验结果: one line a finding with a link to its cell.

Beside the lines, out of sight, stands how the marked cells looked before, so that the marks can be
taken away again on any machine.
"""

import json
from collections.abc import Collection, Iterator, Mapping

import xlwings as xw

from generator.batch.outcome import Located
from generator.batch.report.shown import by_gravity
from generator.workbook.names import quoted
from generator.workbook.sheet.address import Position, address, position
from xladdin.book.current import Current
from xladdin.book.native import Look
from xladdin.book.wording import say

SHEET = "校验结果"
_HEADINGS = ("序号", "严重程度", "位置", "问题", "填写值", "应为", "可能原因", "规则", "依据")
_ALL, _WIDTH = "A:I", 16
_WIDE, _WIDTH_OF_MESSAGE = "D:D", 60
_MEMORY = 30
"""Column out of sight that holds how marked cells looked."""

_MOST = 1_000
"""No form has as many cells."""


def write_result(form: Current, before: Mapping[Position, Look]) -> None:
    """Write the sheet anew, in the place of an earlier one."""
    is_there = has_result(form.sheet_names)
    sheet = form.book.sheets[SHEET] if is_there else _added(form)
    if is_there:
        sheet.clear_contents()
    rows = _rows(form)
    sheet.range((1, 1), (len(rows), len(_HEADINGS))).raw_value = rows
    if before:
        memory = sheet.range((1, _MEMORY), (len(before), _MEMORY))
        memory.raw_value = [[_remembered(at, look)] for at, look in before.items()]
        memory.columns.hidden = True


def has_result(sheet_names: Collection[str]) -> bool:
    """Tell whether there is such a sheet among those of a workbook."""
    return SHEET in sheet_names


def read_marks(book: xw.Book) -> dict[Position, Look]:
    """Return how the cells marked by the last check looked before it."""
    area = book.sheets[SHEET].range((1, _MEMORY), (_MOST, _MEMORY))
    return dict(_recalled(area.options(ndim=1).value))


def remove_result(book: xw.Book, app: xw.App) -> None:
    """Take the sheet away without asking."""
    before = app.display_alerts
    app.display_alerts = False
    try:
        book.sheets[SHEET].delete()
    finally:
        app.display_alerts = before


def _added(form: Current) -> xw.Sheet:
    """Return a new sheet behind the form, dressed once and for all."""
    sheet = form.book.sheets.add(after=form.sheet)
    sheet.name = SHEET
    columns = sheet.range(_ALL)
    columns.column_width = _WIDTH
    columns.wrap_text = True
    sheet.range(_WIDE).column_width = _WIDTH_OF_MESSAGE
    return sheet


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


def _remembered(at: Position, look: Look) -> str:
    return json.dumps([address(*at), look.colour, look.note], ensure_ascii=False)


def _recalled(texts: list[object]) -> Iterator[tuple[Position, Look]]:
    for text in texts:
        if isinstance(text, str) and text.startswith("["):
            at, colour, note = json.loads(text)
            yield position(at), Look(None if colour is None else tuple(colour), note)
