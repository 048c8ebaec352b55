"""Reading a project list: all of it, or everything that is wrong with it."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from msgspec import Struct

from generator.batch.project_list.agreement import Identity, disagreements
from generator.batch.project_list.columns import INDICATORS, PROJECTS, ListSheet
from generator.batch.project_list.forms import ListedIndicator, Project, blank_form
from generator.batch.project_list.problems import ListProblem, Place, problem
from generator.batch.project_list.rows import ReadRow, read_rows
from generator.batch.project_list.table import OpenedList, Table
from generator.forms.models import Form
from generator.workbook.layout import Layout
from generator.workbook.package import Limits


class ProjectList(Struct, frozen=True):
    """The projects of a list and their indicators, in the order of the rows.

    ``issued_as`` is the layout all forms are issued in, ``None`` for the layout of each row.
    """

    projects: tuple[Project, ...]
    indicators: tuple[ListedIndicator, ...]
    issued_as: Layout | None = None

    def in_layout(self, layout: Layout) -> "ProjectList":
        """Return the list to issue in one layout: a project listed for several forms once."""
        chosen: dict[Identity, Project] = {}
        for project in self.projects:
            key = project.identity._replace(layout=None)
            if key not in chosen or project.layout.id == layout.id:
                chosen[key] = project
        return ProjectList(tuple(chosen.values()), self.indicators, layout)

    def forms(self) -> list[Form]:
        """Return the form to issue for every project, in order, its indicators filled in.

        Projects of one name share the indicators whose rows do not tell them apart.
        """
        blocks: dict[Identity, list[ListedIndicator]] = defaultdict(list)
        for indicator in self.indicators:
            blocks[indicator.identity].append(indicator)
        return [
            blank_form(project, _of_project(project, blocks), self.issued_as)
            for project in self.projects
        ]


def _of_project(
    project: Project, blocks: Mapping[Identity, list[ListedIndicator]]
) -> list[ListedIndicator]:
    """Return a project's indicators in the order of their rows."""
    fitting = (blocks.get(each, []) for each in project.identity.fitting())
    return sorted(chain.from_iterable(fitting), key=lambda indicator: indicator.row)


_DEFAULT = Limits(inflated=300 * 1024 * 1024, cells=1_000_000, strings=1_000_000)
"""Roomier than for a form: a list may hold tens of thousands of projects with indicators."""

_SHOWN = 10
"""So many of the workbook's sheets are named in a message."""


def read_project_list(
    source: Path | bytes, limits: Limits = _DEFAULT
) -> ProjectList | list[ListProblem]:
    """Read 项目清单.xlsx; return the list, or all its problems (then at least one).

    Raises ``Rejected`` for anything that is no workbook or exceeds a limit.
    """
    opened = OpenedList(source, limits)
    tables, problems = _tables(opened)
    rows: dict[str, list[ReadRow]] = {}
    for name, table in tables.items():
        rows[name], faults = read_rows(table)
        problems += table.problems + faults
    if not problems and not rows[PROJECTS.name]:
        problems.append(problem("LIST-EMPTY", Place(PROJECTS.name)))
    elif _names_projects(tables.get(PROJECTS.name)):
        problems += disagreements(rows[PROJECTS.name], rows.get(INDICATORS.name, []))
    return problems or _project_list(rows[PROJECTS.name], rows[INDICATORS.name])


def _tables(opened: OpenedList) -> tuple[dict[str, Table], list[ListProblem]]:
    tables: dict[str, Table] = {}
    problems: list[ListProblem] = []
    for sheet in (PROJECTS, INDICATORS):
        scanned = opened.sheet(sheet.name)
        if scanned is None:
            problems.append(_missing(sheet, opened))
        else:
            tables[sheet.name] = Table(opened, sheet, scanned)
    return tables, problems


def _missing(sheet: ListSheet, opened: OpenedList) -> ListProblem:
    names = "、".join(opened.visible_sheets[:_SHOWN])
    return problem("LIST-SHEET", Place(sheet.name), sheets=names)


def _names_projects(table: Table | None) -> bool:
    """Tell whether projects can be told apart: without their names nothing can be matched."""
    return table is not None and "project_name" in table.header.columns


def _project_list(projects: list[ReadRow], indicators: list[ReadRow]) -> ProjectList:
    return ProjectList(
        tuple(Project(row=each.source.number, **each.values) for each in projects),
        tuple(ListedIndicator(row=each.source.number, **each.values) for each in indicators),
    )
