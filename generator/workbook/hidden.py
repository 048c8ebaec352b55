"""The very hidden sheet: what a workbook knows of itself beyond what the official form prints.

Column A names, column B holds; unprinted fields stand there under defined names, the lists the
formulas and dropdowns consult in the columns from D on.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.forms.values import Grade
from generator.workbook.formulas import grammar
from generator.workbook.formulas.helpers import GRADE_LISTS, NO_WORDS, NOT_APPLICABLE, UNITS
from generator.workbook.names import HIDDEN_SHEET
from generator.workbook.sheet.address import letters

if TYPE_CHECKING:  # readers of the hidden sheet need not wait for it
    from openpyxl.worksheet.worksheet import Worksheet

    from generator.workbook.plan.plan import Plan

GRADE_CHOICES = "jx_list_grades"
LISTS_FROM = 4
"""First column of the lists; every list has a column of its own."""

VERSION_PLACE = (2, 2)
"""Row and column of the layout's version."""

RECORD_ROW = 60
"""The record of what was issued starts here; cells hold at most 32,767 characters each."""

RECORD_CELLS = 40


class HiddenList(Struct, frozen=True):
    """One list in the hidden sheet: its defined name, its column and its entries."""

    name: str
    column: int
    entries: tuple[str, ...]

    @property
    def area(self) -> str:
        """The absolute area the defined name stands for."""
        letter = letters(self.column)
        return f"'{HIDDEN_SHEET}'!${letter}$1:${letter}${len(self.entries)}"


def hidden_lists(plan: "Plan", units: tuple[str, ...]) -> Iterator[HiddenList]:
    """Yield the lists a workbook needs, fenced texts for the formulas first."""
    choices = dict.fromkeys(cell.choices for cell in plan.cells if cell.choices)
    entries: list[tuple[str, tuple[str, ...]]] = [
        (f"jx_list_choices_{number}", choice) for number, choice in enumerate(choices, 1)
    ]
    if plan.places.helpers:
        entries += _formula_lists(units)
    for offset, (name, words) in enumerate(entries):
        yield HiddenList(name, LISTS_FROM + offset, words)


def _formula_lists(units: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
    graded = [
        (name, (grammar.fenced(grammar.grade_words(grade)),)) for grade, name in GRADE_LISTS.items()
    ]
    return [
        (GRADE_CHOICES, tuple(grade.value for grade in Grade)),
        (UNITS, (grammar.fenced(units),)),
        (NOT_APPLICABLE, (grammar.fenced(grammar.not_applicable_words()),)),
        (NO_WORDS, grammar.NO_WORDS),
        *graded,
    ]


def draw_hidden(sheet: "Worksheet", plan: "Plan", lists: list[HiddenList]) -> None:
    """Write names and lists; values are filled in afterwards like all entries."""
    layout = plan.layout
    for row, (name, value) in enumerate(
        (("layout", layout.id), ("version", str(layout.version))), 1
    ):
        sheet.cell(row, 1).value = name
        sheet.cell(row, 2).value = value
    for path, place in plan.places.scalars.items():
        if place.sheet == HIDDEN_SHEET:
            sheet.cell(place.row, 1).value = path
    for entry in lists:
        for row, word in enumerate(entry.entries, 1):
            cell = sheet.cell(row, entry.column)
            cell.value = word
            cell.data_type = "s"
    sheet.sheet_state = "veryHidden"
