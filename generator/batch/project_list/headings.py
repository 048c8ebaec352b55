"""The header row of a sheet: where it is, and which column is which."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from rapidfuzz import fuzz

from generator.batch.project_list.columns import Column, ListSheet
from generator.batch.project_list.entries import folded_heading
from generator.batch.project_list.problems import ListProblem, Place, problem
from generator.workbook.sheet.address import letters

HEADER_WITHIN = 10
"""The header row is looked for in this many rows: people put a title above it."""

_ALIKE = 75.0
_HEADINGS, _LETTERS = 20, 20
"""So many headings, and so many letters of each, are named in a message."""

Headings = Mapping[int, str]
"""The texts of a header row by column."""


class Header(Struct, frozen=True):
    """The header row of a sheet: its row, and the column each key stands in."""

    row: int
    columns: Mapping[str, int]


def find_header(rows: Mapping[int, Headings], sheet: ListSheet) -> tuple[Header, list[ListProblem]]:
    """Return the header of a sheet and what is wrong with it; ``rows`` are its text cells."""
    known = {folded_heading(column.heading): column for column in sheet.known}
    row = _header_row(rows, known)
    texts = rows.get(row, {})
    columns: dict[str, int] = {}
    problems: list[ListProblem] = []
    unknown: dict[int, str] = {}
    for number, text in sorted(texts.items()):
        column = known.get(folded_heading(text))
        if column is None:
            unknown[number] = text.strip()
        elif columns.setdefault(column.key, number) != number:
            problems.append(_twice(sheet, row, number, column, columns[column.key]))
    absent = [column for column in sheet.columns if column.key not in columns]
    problems += _absences(Place(sheet.name, row), absent, unknown, texts)
    return Header(row, columns), problems


def _header_row(rows: Mapping[int, Headings], known: Mapping[str, Column]) -> int:
    """Return the row with the most known headings, the first of equals."""

    def matches(row: int) -> int:
        return sum(folded_heading(text) in known for text in rows.get(row, {}).values())

    return max(range(1, HEADER_WITHIN + 1), key=matches)


def _twice(sheet: ListSheet, row: int, number: int, column: Column, first: int) -> ListProblem:
    place = Place(sheet.name, row, letters(number), column.heading)
    return problem("LIST-COLUMN-TWICE", place, wanted=column.heading, first=letters(first))


def _absences(
    row: Place, absent: list[Column], unknown: Headings, all_texts: Headings
) -> Iterator[ListProblem]:
    """Yield what is missing; an optional column only where another heading looks like it."""
    for column in absent:
        number = _written(unknown, column)
        if number is not None:
            place = row._replace(column=letters(number), heading=unknown[number])
            written = unknown[number]
            yield problem("LIST-COLUMN-NAME", place, written=written, wanted=column.heading)
        elif column.required:
            headings = _enumerated(all_texts)
            yield problem("LIST-COLUMN", row, wanted=column.heading, headings=headings)


def _enumerated(texts: Headings) -> str:
    shown = [text.strip()[:_LETTERS] for text in list(texts.values())[:_HEADINGS]]
    return "、".join(shown) or "无"


def _written(unknown: Headings, column: Column) -> int | None:
    """Return the column whose unknown heading probably means this one."""
    wanted = folded_heading(column.heading)
    for number, text in unknown.items():
        written = folded_heading(text)
        if written.startswith(wanted) or fuzz.ratio(written, wanted) >= _ALIKE:
            return number
    return None
