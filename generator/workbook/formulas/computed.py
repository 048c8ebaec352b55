"""The formulas of the computed cells (sums, rates, scores, total, grade), and whether they see all
they need.
"""

from collections.abc import Set

from generator.forms.fields import split_indicator
from generator.forms.profiles import Profile
from generator.workbook.formulas.helpers import Helper
from generator.workbook.formulas.sums import PARTS
from generator.workbook.layout.schema import Formula
from generator.workbook.names import HIDDEN_SHEET
from generator.workbook.plan.places import Places
from generator.workbook.sheet.address import address


def computed_formula(formula: Formula, field: str, places: Places, profile: Profile) -> str:
    """Return the formula (with ``=``) of a computed field that is not an indicator's score."""
    match formula:
        case Formula.SUM_OF_PARTS:
            cells = ",".join(_cell(places, part) for part in PARTS[field])
            return f'=IF(COUNT({cells})=0,"",SUM({cells}))'
        case Formula.EXECUTION_RATE:
            return _execution_rate(field.rpartition(".")[0], places, profile)
        case Formula.EXECUTION_SCORE:
            return _execution_score(places, profile)
        case Formula.TOTAL_WEIGHT:
            execution = _cell(places, "funds.annual_total.weight")
            return _total(_column(places, "weight"), execution, decimals=6)
        case Formula.TOTAL_SCORE:
            execution = _cell(places, "funds.annual_total.score")
            return _total(_column(places, "score"), execution, decimals=2)
        case Formula.RATING:
            return _rating(places, profile)


def score_formula(places: Places, row: int) -> str:
    """Return the formula an indicator's score starts as: what the rule gives."""
    return f"={address(row, places.helpers[Helper.RULE_SCORE])}"


def _execution_rate(row: str, places: Places, profile: Profile) -> str:
    """执行率 = 全年执行数 / 全年预算数, 0 where nothing was budgeted (RULES N10, N11)."""
    budget = _cell(places, f"{row}.adjusted_budget")
    spent = _cell(places, f"{row}.actual_expenditure")
    times = "*100" if profile.execution.unit.value == "percent" else ""
    decimals = profile.execution.decimals.value
    rate = f"ROUND(ROUND({spent}{times}/{budget},10),{decimals})"
    return f'=IF(COUNT({budget},{spent})<2,"",IF({budget}=0,0,{rate}))'


def _execution_score(places: Places, profile: Profile) -> str:
    """The displayed rate, at most 100 %, times the weight (RULES N10)."""
    rate = _cell(places, "funds.annual_total.execution_rate")
    weight = _cell(places, "funds.annual_total.weight")
    whole = 100 if profile.execution.unit.value == "percent" else 1
    score = f"ROUND(ROUND(MAX(0,MIN({whole},{rate}))*{weight}/{whole},10),2)"
    return f'=IF(COUNT({rate},{weight})<2,"",{score})'


def _total(column: str, execution: str, decimals: int) -> str:
    total = f"ROUND(ROUND(SUM({column},{execution}),10),{decimals})"
    return f'=IF(COUNT({column})=0,"",{total})'


def _rating(places: Places, profile: Profile) -> str:
    """The grade by half-open bands (RULES N9)."""
    total = _cell(places, "total_score")
    *bands, lowest = profile.grades
    formula = f'"{lowest.name}"'
    for band in reversed(bands):
        formula = f'IF({total}>={band.at_least.value},"{band.name}",{formula})'
    return f'=IF(COUNT({total})=0,"",{formula})'


def _cell(places: Places, field: str) -> str:
    """Return how a formula calls a field's cell; an unprinted one lies in the hidden sheet."""
    place = places.scalars[field]
    return f"{HIDDEN_SHEET}!{place.a1}" if place.sheet == HIDDEN_SHEET else place.a1


def _column(places: Places, column: str) -> str:
    letter = places.columns[column]
    return f"{address(places.first_row, letter)}:{address(places.last_row, letter)}"


def sees_less(field: str, formula: Formula, opaque: Set[str]) -> bool:
    """Tell whether the formula of ``field`` reads one of the figures it cannot see as such."""
    if not opaque:
        return False
    match formula:
        case Formula.SUM_OF_PARTS:
            return not opaque.isdisjoint(PARTS[field])
        case Formula.EXECUTION_RATE:
            row = field.rpartition(".")[0]
            return not opaque.isdisjoint({f"{row}.adjusted_budget", f"{row}.actual_expenditure"})
        case Formula.EXECUTION_SCORE:
            return "funds.annual_total.weight" in opaque
        case Formula.TOTAL_WEIGHT:
            return _any_of(opaque, "weight")
        case Formula.TOTAL_SCORE:
            return _any_of(opaque, "score")
        case Formula.RATING:
            return False


def _any_of(opaque: Set[str], column: str) -> bool:
    """Tell whether a figure of that column, or of the row of all funds, cannot be seen."""
    if f"funds.annual_total.{column}" in opaque:
        return True
    indicators = (split_indicator(field) for field in opaque)
    return any(each is not None and each[1] == column for each in indicators)
