"""The sheet 填报说明: how to fill the form in, and the rules in force with their sources."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.profiles import Profile
from generator.resources import templates
from generator.workbook.layout import Layout
from generator.workbook.plan.texts import height
from generator.workbook.writer.sheet import fit_to_a4_width, write_text
from generator.workbook.writer.styles import BODY, TITLE

SHEET = "填报说明"
_WIDTH = 70
"""Characters: an A4 page without scaling, which some programs do not do for one column."""


@cache
def _template(kind: str) -> Template:
    environment = Environment(
        loader=FileSystemLoader(templates("instructions")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # plain text for cells, no markup
    )
    return environment.get_template(f"{kind}.j2")


def instruction_lines(layout: Layout, profile: Profile) -> list[str]:
    """Return the lines of the sheet; a line that begins with ``# `` is a heading."""
    text = _template(layout.kind).render(layout=layout, profile=profile)
    return [line.strip() for line in text.splitlines() if line.strip()]


def draw_instructions(sheet: Worksheet, layout: Layout, profile: Profile) -> None:
    """Write one line a row, each as high as its text."""
    sheet.column_dimensions["A"].width = _WIDTH
    sheet.sheet_view.showGridLines = False
    lines = instruction_lines(layout, profile)
    sheet.print_area = f"A1:A{len(lines)}"
    for row, line in enumerate(lines, 1):
        heading = line.startswith("# ")
        text = line.removeprefix("# ")
        write_text(sheet, row, 1, text)
        cell = sheet.cell(row, 1)
        cell.font = Font(name=TITLE, size=13) if heading else Font(name=BODY, size=10.5)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.row_dimensions[row].height = 28 if heading else height(text, _WIDTH)
    fit_to_a4_width(sheet)
