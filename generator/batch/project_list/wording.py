"""The Chinese words of a project list, from ``templates/messages/project_list.yaml``."""

from functools import cache
from typing import Any

from generator.batch.project_list.columns import INDICATORS, Column, ListSheet
from generator.forms.strict_yaml import load
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
