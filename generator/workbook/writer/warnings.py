"""Colours that warn while a form is being filled in."""

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from generator.workbook.formulas.helpers import Helper
from generator.workbook.plan.plan import Plan
from generator.workbook.sheet.address import address

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
