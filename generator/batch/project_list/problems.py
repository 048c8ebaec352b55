"""What is wrong with a project list, as values, in words of
``templates/messages/project_list.yaml``.
"""

from functools import cache
from typing import Any, NamedTuple

from msgspec import Struct

from generator.batch.project_list.columns import INDICATORS, Column, ListSheet
from generator.forms.data_files import load
from generator.resources import templates


@cache
def words() -> dict[str, Any]:
    """Return the whole file, read once."""
    data: dict[str, Any] = load(templates("messages", "project_list.yaml")).data
    return data


def prompt(sheet: ListSheet, column: Column) -> str:
    """Return how to fill in a column of a sheet."""
    text: str
    if column in sheet.qualifiers:
        text = words()["qualifiers"][column.heading]
    elif sheet is INDICATORS and column.key == "project_name":
        text = words()["project_of_indicator"]
    else:
        text = words()["columns"][column.heading]["prompt"]
    return text


def example(column: Column) -> str:
    """Return an example of what a column holds."""
    text: str = words()["columns"][column.heading]["example"]
    return text


def error(kind: str) -> str | None:
    """Return what Excel says when an entry does not fit, ``None`` where anything fits."""
    text: str | None = words()["errors"].get(kind)
    return text


_SHOWN = 60
"""Characters of a foreign text shown in a message."""

_IN_FULL = {"known", "headings", "sheets"}
"""Lists of names, shown whole."""


class Place(NamedTuple):
    """Where in the workbook: a sheet, one of its rows, or one cell (``column`` is ``E``)."""

    sheet: str
    row: int | None = None
    column: str | None = None
    heading: str | None = None

    def __str__(self) -> str:
        grain = "cell" if self.column else "row" if self.row else "sheet"
        text: str = words()["place"][grain].format_map(self._asdict())
        return text


class ListProblem(Struct, frozen=True):
    """One problem, in Chinese: where it is, what was found, what is expected, how to mend it."""

    code: str
    place: Place
    found: str
    expected: str
    remedy: str

    @property
    def message(self) -> str:
        """The whole sentence for the person who filled in the list."""
        text: str = words()["sentence"].format(
            place=self.place, found=self.found, expected=self.expected, remedy=self.remedy
        )
        return text

    def __str__(self) -> str:
        return self.message


def problem(code: str, place: Place, **values: object) -> ListProblem:
    """Return the problem ``code`` at a place, its texts filled with ``values``."""
    shown = {name: _shown(name, value) for name, value in values.items()}
    texts = {part: text.format_map(shown) for part, text in words()["problems"][code].items()}
    return ListProblem(code, place, **texts)


def suggestion(nearest: str | None) -> str:
    """Return the clause that names what was probably meant, empty where nothing is near."""
    if nearest is None:
        return ""
    text: str = words()["suggestion"].format(nearest=_shown("nearest", nearest))
    return text


def _shown(name: str, value: object) -> str:
    """Texts of the list are foreign: shortened, and what does not print is replaced."""
    text = "".join(char if char.isprintable() else " " for char in str(value))
    return text if len(text) <= _SHOWN or name in _IN_FULL else text[: _SHOWN - 1] + "…"
