"""The sheet 说明 of a project list: how to fill it in, every column with an example."""

from collections.abc import Iterator, Sequence

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from generator.batch.project_list.columns import INDICATORS, PROJECTS
from generator.batch.project_list.problems import example, prompt, words
from generator.workbook.plan.texts import height
from generator.workbook.sheet.address import letters
from generator.workbook.writer.sheet import write_text
from generator.workbook.writer.styles import BODY, COMPUTED_FILL, TITLE

SHEET = "说明"
_WIDTHS = (9, 15, 10, 62, 34)
_LINE = Side(style="thin", color="FFBFBFBF")
_BOXED = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def draw_instructions(sheet: Worksheet) -> None:
    """Write title, rules and the table of columns."""
    for number, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[letters(number)].width = width
    texts = words()["instructions"]
    _line(sheet, 1, texts["title"], Font(name=TITLE, size=14, bold=True))
    for row, text in enumerate(texts["lines"], 2):
        _line(sheet, row, text, Font(name=BODY, size=10.5))
    first = len(texts["lines"]) + 3
    _table_row(sheet, first, texts["headings"], heading=True)
    for row, cells in enumerate(_columns(), first + 1):
        _table_row(sheet, row, cells)
    sheet.sheet_view.showGridLines = False


def _columns() -> Iterator[tuple[str, ...]]:
    texts = words()["instructions"]
    for spec in (PROJECTS, INDICATORS):
        for column in spec.columns:
            required = texts["required" if column.required else "optional"]
            yield spec.name, column.heading, required, prompt(spec, column), example(column)


def _line(sheet: Worksheet, row: int, text: str, font: Font) -> None:
    """Write a text across the whole sheet."""
    write_text(sheet, row, 1, text)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(_WIDTHS))
    cell = sheet.cell(row, 1)
    cell.font, cell.alignment = font, Alignment(vertical="center", wrap_text=True)
    sheet.row_dimensions[row].height = max(height(text, sum(_WIDTHS)), 22)


def _table_row(sheet: Worksheet, row: int, texts: Sequence[str], *, heading: bool = False) -> None:
    for column, text in enumerate(texts, 1):
        write_text(sheet, row, column, text)
        cell = sheet.cell(row, column)
        cell.font = Font(name=TITLE if heading else BODY, size=10.5)
        cell.alignment = Alignment(
            horizontal="center" if heading or column <= 3 else "left",
            vertical="center",
            wrap_text=True,
        )
        cell.border = _BOXED
        if heading:
            cell.fill = PatternFill("solid", fgColor=COMPUTED_FILL)
    sheet.row_dimensions[row].height = max(map(height, texts, _WIDTHS))
