"""Whether the rows of a project list agree, and which of them mean the same project."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from generator.batch.project_list.columns import AMOUNTS
from generator.batch.project_list.entries import folded, nearest, written_unit
from generator.batch.project_list.problems import ListProblem, problem, suggestion
from generator.batch.project_list.rows import ReadRow
from generator.workbook.layout import Layout


class Identity(NamedTuple):
    """What a row goes by, made comparable; ``None`` is what it does not say."""

    name: str
    year: int | None
    unit: str | None
    layout: str | None

    def fitting(self) -> Iterator["Identity"]:
        """Yield the identities of this project's indicators: what one leaves out fits any."""
        years, units, layouts = {self.year, None}, {self.unit, None}, {self.layout, None}
        for year, unit, layout in product(years, units, layouts):
            yield Identity(self.name, year, unit, layout)


def identity(
    project_name: str, fiscal_year: int | None, unit: str | None, layout: Layout | None
) -> Identity:
    """Return the identity of a row of either sheet."""
    return Identity(
        folded(project_name),
        fiscal_year,
        folded(unit) if unit else None,
        layout.id if layout else None,
    )


_IDENTITY = ("project_name", "fiscal_year", "unit", "layout")
"""The keys of what identifies a project."""


def disagreements(
    projects: Sequence[ReadRow], indicators: Sequence[ReadRow]
) -> Iterator[ListProblem]:
    """Yield everything that is wrong between the cells and rows of a list."""
    for project in projects:
        yield from _amount_units(project)
        yield from _date_order(project)
    yield from _duplicates(projects)
    yield from _orphans(projects, indicators)


def _amount_units(project: ReadRow) -> Iterator[ListProblem]:
    """An amount typed with its unit must not contradict the unit of its row."""
    layout = project.values.get("layout")
    unit = project.values.get("money_unit") or (layout and layout.money_unit)
    if unit is None or "money_unit" in project.faulty:
        return
    for column in AMOUNTS:
        if isinstance(project.values.get(column.key), Decimal):
            text = project.source.entries[column.key].text or ""
            if written_unit(text) not in (None, unit):
                place = project.source.place(column.key)
                yield problem("LIST-AMOUNT-UNIT", place, written=text.strip(), unit=unit)


def _date_order(project: ReadRow) -> Iterator[ListProblem]:
    start, end = project.values.get("planned_start"), project.values.get("planned_end")
    if start and end and end < start:
        place = project.source.place("planned_end")
        yield problem("LIST-DATE-ORDER", place, written=end, start=start)


def _duplicates(projects: Sequence[ReadRow]) -> Iterator[ListProblem]:
    first: dict[Identity, int] = {}
    for project in projects:
        known = project.source.number
        if not _is_uncertain(project):
            known = first.setdefault(_identity(project), known)
        if known != project.source.number:
            place, name = project.source.place("project_name"), project.values["project_name"]
            yield problem("LIST-DUPLICATE", place, written=name, first=known)


def _orphans(projects: Sequence[ReadRow], indicators: Sequence[ReadRow]) -> Iterator[ListProblem]:
    """Yield one problem for each project that indicators name and the sheet 项目 does not."""
    named = [project for project in projects if "project_name" in project.values]
    names = {folded(each.values["project_name"]): each.values["project_name"] for each in named}
    uncertain = {_identity(each).name for each in named if _is_uncertain(each)}
    fitting = {fit for each in named for fit in _identity(each).fitting()}
    orphans: dict[Identity, list[ReadRow]] = {}
    for row in indicators:
        if "project_name" in row.values:
            wanted = _identity(row)
            if wanted not in fitting and wanted.name not in uncertain:
                orphans.setdefault(wanted, []).append(row)
    for wanted, rows in orphans.items():
        near = None if wanted.name in names else nearest(wanted.name, names.values())
        yield _orphan(rows, near)


def _orphan(rows: list[ReadRow], near: str | None) -> ListProblem:
    name, place = rows[0].values["project_name"], rows[0].source.place("project_name")
    return problem("LIST-ORPHAN", place, written=name, suggestion=suggestion(near), count=len(rows))


def _is_uncertain(project: ReadRow) -> bool:
    """Tell whether something that identifies a project could not be read: it may be any."""
    return "project_name" not in project.values or not project.faulty.isdisjoint(_IDENTITY)


def _identity(row: ReadRow) -> Identity:
    values = row.values
    return identity(
        values["project_name"], values.get("fiscal_year"), values.get("unit"), values.get("layout")
    )
