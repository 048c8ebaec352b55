"""What a computed cell needs beside it: a formula whose figures nobody can fill in stays empty."""

from collections.abc import Iterator

from generator.workbook.formulas.sums import PARTS
from generator.workbook.layout.schema import Formula, Layout

_RATE = "execution_rate"
_OWN_FIELD = {
    Formula.EXECUTION_SCORE: "funds.annual_total.score",
    Formula.TOTAL_WEIGHT: "total_weight",
    Formula.TOTAL_SCORE: "total_score",
    Formula.RATING: "rating",
}
"""The one field each of these formulas gives."""


def unmet(formula: Formula, field: str, layout: Layout) -> Iterator[str]:
    """Yield why a formula cannot work in the cell of a field."""
    if not _fits(formula, field):
        yield f"the formula {formula} does not give {field}"
        return
    for needed in _needed(formula, field):
        if needed not in layout.printed and needed not in layout.computed:
            yield f"the formula {formula} needs {needed}, which has no cell to be filled in"


def _fits(formula: Formula, field: str) -> bool:
    match formula:
        case Formula.SUM_OF_PARTS:
            return field in PARTS
        case Formula.EXECUTION_RATE:
            return field.rpartition(".")[2] == _RATE
        case _:
            return field == _OWN_FIELD[formula]


def _needed(formula: Formula, field: str) -> tuple[str, ...]:
    """Return the fields a formula reads that only a person, or another formula, can give.

    The weight of the execution is not among them: unprinted, it is the profile's.
    """
    match formula:
        case Formula.SUM_OF_PARTS:
            return PARTS[field]
        case Formula.EXECUTION_RATE:
            row = field.rpartition(".")[0]
            return (f"{row}.adjusted_budget", f"{row}.actual_expenditure")
        case Formula.EXECUTION_SCORE:
            return ("funds.annual_total.execution_rate",)
        case Formula.TOTAL_SCORE:
            return ("funds.annual_total.score",)
        case Formula.RATING:
            return ("total_score",)
        case Formula.TOTAL_WEIGHT:
            return ()
