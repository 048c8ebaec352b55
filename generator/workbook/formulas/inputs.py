"""What a computed cell's formula reads, and whether it sees all of it.

A sum passes over a number typed as text, and stops at an error.  A formula that would then show
something else than the form's figures come to gives way to the figure itself.
"""

from collections.abc import Set

from generator.forms.fields import split_indicator
from generator.workbook.formulas.sums import PARTS
from generator.workbook.layout.schema import Formula


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
