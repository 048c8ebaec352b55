"""Input messages, dropdowns and limits of a project list's columns."""

from typing import Any

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.batch.project_list.choices import LAST_ROW, list_name
from generator.batch.project_list.columns import Column, Kind, ListSheet
from generator.batch.project_list.problems import error, prompt
from generator.workbook.sheet.address import letters

_CONDITIONS: dict[Kind, dict[str, Any]] = {
    Kind.YEAR: {"type": "whole", "formula1": "1990", "formula2": "2100"},
    Kind.DATE: {"type": "date", "formula1": "32874", "formula2": "73415"},
    Kind.AMOUNT: {"type": "decimal", "formula1": "0", "formula2": "1E+13"},
    Kind.WEIGHT: {"type": "decimal", "formula1": "0", "formula2": "100"},
}
"""Years, dates and amounts as :mod:`entries` reads them; dates by their serial numbers."""

_STRICT_LISTS = {Kind.LAYOUT, Kind.MONEY_UNIT}
"""Lists that name everything there is; other words are let pass after a question."""


def add_validations(sheet: Worksheet, spec: ListSheet, columns: tuple[Column, ...]) -> None:
    """Explain every column at its heading and its cells, and limit what goes into them."""
    for number, column in enumerate(columns, 1):
        letter = letters(number)
        explained: dict[str, Any] = {
            "allow_blank": True,
            "showInputMessage": True,
            "promptTitle": column.title,
            "prompt": prompt(spec, column),
        }
        sheet.add_data_validation(DataValidation(sqref=f"{letter}1", **explained))
        below = DataValidation(
            sqref=f"{letter}2:{letter}{LAST_ROW}", **explained, **_condition(column)
        )
        sheet.add_data_validation(below)


def _condition(column: Column) -> dict[str, Any]:
    """Return the limit of a column's cells and what Excel says about an entry past it."""
    condition = _CONDITIONS.get(column.kind)
    if column.choices:
        condition = {"type": "list", "formula1": f"={list_name(column.choices)}"}
    if condition is None:
        return {}
    strict = column.kind in _STRICT_LISTS or not column.choices
    return condition | {
        "showErrorMessage": True,
        "errorStyle": "stop" if strict else "warning",
        "errorTitle": column.heading,
        "error": error(column.kind if strict else "choice"),
    }
