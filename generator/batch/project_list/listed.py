"""A project list as read, and the forms to issue for it."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import chain

from msgspec import Struct

from generator.batch.project_list.forms import blank_form
from generator.batch.project_list.identity import Identity
from generator.batch.project_list.projects import ListedIndicator, Project
from generator.forms.models import Form
from generator.workbook.layout import Layout


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
