"""The sheet 校验结果: one line a finding with a link to its cell, looking like 复核意见, which a
finance officer adds to what goes back.
"""

from collections.abc import Iterable, Iterator, Sequence

import xlwings as xw

from generator.batch.outcome import Located
from generator.batch.report.shown import Value, by_gravity, finding_values
from generator.batch.report.wording import wording
from generator.batch.returns.issued import CHECK_SHEET
from generator.forms.findings import Severity
from generator.workbook.names import quoted
from generator.workbook.sheet.address import Position, letters
from xladdin.book.current import Current
from xladdin.book.grid import area, rows_of, runs
from xladdin.book.guard import unprotected
from xladdin.book.marks import Mark, Marks, as_texts, from_texts
from xladdin.book.native import Format, Rgb
from xladdin.book.wording import say
from xladdin.contract import Asker

HEADING_ROW = 3
"""The title, the counts, the headings, and from the next row on a line a finding."""

_TITLE_HEIGHT = 28.0
_SONG, _HEI = "宋体", "黑体"
_HEADING, _LINK, _LINES = (228, 234, 242), (31, 78, 158), (140, 140, 140)
_FILLS = {Severity.ERROR: (255, 199, 206), Severity.WARNING: (255, 235, 156)}
_INKS: dict[Severity, Rgb] = {Severity.ERROR: (156, 0, 6)}


def result_formats(found: Sequence[Located], linked: Iterable[int], memory: int) -> list[Format]:
    """Return the formats of the sheet for findings in the order of their lines.

    ``linked`` are the rows whose place is a link, ``memory`` the column kept out of sight.
    """
    keys = [column.key for column in wording().return_copy.columns]
    place, severity = keys.index("cell") + 1, keys.index("severity") + 1
    return [
        *_columns(len(found), memory),
        Format("A1:A1", font=_HEI, size=16, bold=True, height=_TITLE_HEIGHT),
        Format(area((HEADING_ROW, 1), (HEADING_ROW, len(keys))), fill=_HEADING, bold=True,
               centred=True),
        *_severities(found, severity),
        *(Format(_row_formats(place, *run), ink=_LINK) for run in runs(linked)),
    ]  # fmt: skip


def _columns(lines: int, memory: int) -> Iterator[Format]:
    """Yield font, widths and boxes: a column of words stands centred, one of texts to the left."""
    columns, last = wording().return_copy.columns, HEADING_ROW + lines
    out_of_sight = letters(memory)
    yield Format(f"{out_of_sight}:{out_of_sight}", hidden=True)
    yield Format(f"A:{letters(len(columns))}", font=_SONG, size=10.5)
    yield Format(area((HEADING_ROW, 1), (last, len(columns))), wrapped=True, lines=_LINES)
    for number, column in enumerate(columns, 1):
        is_text = column.kind == "text"
        yield Format(
            _row_formats(number, HEADING_ROW, last), width=column.width, centred=not is_text
        )


def _severities(found: Sequence[Located], column: int) -> Iterator[Format]:
    for severity, fill in _FILLS.items():
        rows = [row for row, each in lines_of(found) if each.finding.severity is severity]
        for run in runs(rows):
            address = _row_formats(column, *run)
            yield Format(address, fill=fill, ink=_INKS.get(severity), bold=True)


def lines_of(found: Sequence[Located]) -> Iterator[tuple[int, Located]]:
    """Yield each finding with the row its line stands in."""
    return iter(enumerate(found, HEADING_ROW + 1))


def _row_formats(column: int, first: int, last: int) -> str:
    return area((first, column), (last, column))


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
