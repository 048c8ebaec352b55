"""Dropdowns, limits, the messages staff see at a cell (``messages/entries.yaml``), and the colours
that warn while a form is being filled in.
"""

from functools import cache
from typing import Any

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.data_files import load
from generator.resources import templates
from generator.workbook.formulas.helpers import Helper
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


_RED = "FFFFC7CE"
_AMBER = "FFFFE699"
_OVERTYPED = Font(italic=True, color="FF1F4E9E")


def add_warnings(sheet: Worksheet, plan: Plan) -> None:
    """Colour a wrong sum of weights, a missing actual, a missing reason, an overtyped score."""
    if plan.layout.kind != "self_evaluation":
        return
    places = plan.places
    weight = places.scalars["total_weight"]
    _warn(sheet, weight.a1, f"AND(ISNUMBER({weight.a1}),ROUND({weight.a1},2)<>100)", _RED)
    at = {name: f"${address(places.first_row, column)}" for name, column in places.columns.items()}
    rule = f"${address(places.first_row, places.helpers[Helper.RULE_SCORE])}"
    over = f"AND(LEN({at['score']})>0,N({at['weight']})<>0,{at['score']}<>{rule})"
    if "deviation_analysis" in at:
        reasonless = (
            f"AND(ISNUMBER({at['score']}),ISNUMBER({at['weight']}),"
            f"{at['score']}<{at['weight']},LEN(TRIM({at['deviation_analysis']}))=0)"
        )
        _warn(sheet, _column(plan, "deviation_analysis"), reasonless, _AMBER)
    unmeasured = f"AND(LEN({at['name']})>0,LEN({at['actual']})=0)"
    _warn(sheet, _column(plan, "actual"), unmeasured, _AMBER)
    excessive = f"AND(ISNUMBER({at['score']}),OR({at['score']}<0,{at['score']}>{at['weight']}))"
    _warn(sheet, _column(plan, "score"), excessive, _RED)
    _mark(sheet, _column(plan, "score"), over, DifferentialStyle(font=_OVERTYPED))


def _column(plan: Plan, name: str) -> str:
    places = plan.places
    column = places.columns[name]
    return f"{address(places.first_row, column)}:{address(places.last_row, column)}"


def _warn(sheet: Worksheet, area: str, formula: str, colour: str) -> None:
    _mark(sheet, area, formula, DifferentialStyle(fill=PatternFill(bgColor=colour)))


def _mark(sheet: Worksheet, area: str, formula: str, look: DifferentialStyle) -> None:
    sheet.conditional_formatting.add(area, Rule(type="expression", formula=[formula], dxf=look))
