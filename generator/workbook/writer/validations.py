"""Dropdowns, limits and the messages staff see at a cell, worded in ``messages/entries.yaml``."""

from functools import cache
from typing import Any

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.strict_yaml import load
from generator.resources import templates
from generator.workbook.layout.schema import Style
from generator.workbook.plan.plan import Plan, PlannedCell
from generator.workbook.sheet.address import address


@cache
def _messages() -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = load(templates("messages", "entries.yaml")).data
    return data


def add_validations(sheet: Worksheet, plan: Plan, lists: dict[tuple[str, ...], str]) -> None:
    """Attach one validation to all cells of a kind; ``lists`` names each list's hidden range."""
    ready: dict[tuple[str, str], DataValidation] = {}
    for cell in plan.cells:
        if cell.locked or cell.field is None:
            continue
        message = _message_of(cell)
        key = (message, lists.get(cell.choices, ""))
        if key not in ready:
            ready[key] = _validation(message, key[1], plan)
            sheet.add_data_validation(ready[key])
        ready[key].add(_area(cell))


def _area(cell: PlannedCell) -> str:
    return address(cell.row, cell.column)


def _message_of(cell: PlannedCell) -> str:
    """Return the key under which ``entries.yaml`` words what belongs into a cell."""
    field = (cell.field or "").rpartition(".")[2]
    if field in _messages():
        return field
    if cell.choices:
        return "choice"
    return {Style.MONEY: "money", Style.DATE: "date", Style.SCORE: "weight"}.get(cell.style, "text")


def _validation(message: str, list_name: str, plan: Plan) -> DataValidation:
    words = _messages()[message]
    validation = DataValidation(
        allow_blank=True,
        showInputMessage=True,
        promptTitle=words["title"],
        prompt=words["prompt"],
        **_condition(message, list_name, plan),
    )
    if "error" in words:
        validation.showErrorMessage = True
        validation.errorStyle = "warning" if words.get("style") == "warning" else "stop"
        validation.errorTitle = words["title"]
        validation.error = words["error"]
    return validation


def _condition(message: str, list_name: str, plan: Plan) -> dict[str, Any]:
    if list_name:
        return {"type": "list", "formula1": f"={list_name}"}
    match message:
        case "money" | "project_amount":
            return {
                "type": "decimal",
                "operator": "between",
                "formula1": "-1E+13",
                "formula2": "1E+13",
            }
        case "date":
            return {"type": "date", "operator": "between", "formula1": "36526", "formula2": "73050"}
        case "weight":
            return {"type": "decimal", "operator": "between", "formula1": "0", "formula2": "100"}
        case "score":
            return _score_condition(plan)
        case "actual":
            return {"type": "list", "formula1": "=jx_list_grades"}
    return {}


def _score_condition(plan: Plan) -> dict[str, Any]:
    """A score lies between 0 and its weight (RULES N8)."""
    row = plan.places.first_row
    score = address(row, plan.places.columns["score"])
    weight = address(row, plan.places.columns["weight"])
    test = f"AND(ISNUMBER({score}),{score}>=0,{score}<={weight})"
    return {"type": "custom", "formula1": test}
