"""The dropdowns of a project list: their entries stand in a hidden sheet, under names."""

from collections.abc import Iterable

from msgspec import Struct

from generator.batch.project_list.columns import INDICATORS, PROJECTS
from generator.batch.project_list.entries import MONEY_UNITS
from generator.workbook.layout import all_layouts
from generator.workbook.names import quoted
from generator.workbook.sheet.address import letters

SHEET = "列表"
LAST_ROW = 2_001
"""Dropdowns and input messages reach down to this row; rows below it are read all the same."""


class Choices(Struct, frozen=True):
    """One list: the defined name it goes by, its column in the hidden sheet, its entries."""

    name: str
    column: int
    entries: tuple[str, ...]

    @property
    def area(self) -> str:
        """The cells of the list, as the defined name refers to them."""
        letter = letters(self.column)
        return f"{quoted(SHEET)}!${letter}$1:${letter}${len(self.entries)}"


def list_name(choices: str) -> str:
    """Return the defined name of a list called so in the columns."""
    return f"jx_list_{choices}"


def all_choices() -> list[Choices]:
    """Return the lists whose entries are known beforehand, one column of the sheet each."""
    layouts = all_layouts()
    groups = [group for layout in layouts for group in layout.indicators.groups]
    level2 = [name for group in groups for name in (*group.level2, group.unprinted_level2) if name]
    entries = {
        "layouts": [*(each.name for each in layouts), *(each.id for each in layouts)],
        "money_units": MONEY_UNITS,
        "level1": [group.level1 for group in groups],
        "level2": level2,
    }
    for name in _of_layouts():
        entries[name] = [word for each in layouts for word in each.choices.get(name, ())]
    return [
        Choices(list_name(name), number, _once(words))
        for number, (name, words) in enumerate(entries.items(), 1)
    ]


def listed_projects() -> str:
    """Return what the list of projects refers to: the names on the sheet 项目, as far as filled.

    A range with blank cells in it would let any entry pass.
    """
    names = f"{quoted(PROJECTS.name)}!$A$2:$A${LAST_ROW}"
    return f"{quoted(PROJECTS.name)}!$A$2:INDEX({names},MAX(1,COUNTA({names})))"


def _of_layouts() -> list[str]:
    """Return the dropdowns layouts bring along: every one the columns name and we do not fill."""
    columns = (*PROJECTS.columns, *INDICATORS.columns)
    own = {"layouts", "money_units", "level1", "level2", "projects"}
    return [column.choices for column in columns if column.choices and column.choices not in own]


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
