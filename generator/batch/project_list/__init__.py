"""项目清单.xlsx: the list of projects an office issues blank forms from, written and read back."""

from generator.batch.project_list.forms import ListedIndicator, Project
from generator.batch.project_list.problems import ListProblem
from generator.batch.project_list.read import ProjectList, read_project_list
from generator.batch.project_list.write import write_project_list

__all__ = [
    "ListProblem",
    "ListedIndicator",
    "Project",
    "ProjectList",
    "read_project_list",
    "write_project_list",
]
