"""Scoring: execution rate and score, the score every indicator earns by rule, totals, grades."""

from generator.forms.scoring.indicator import (
    is_limit,
    is_time_limit,
    says_nothing,
    says_nothing_happened,
    score_indicator,
)
from generator.forms.scoring.outcome import Branch, IndicatorScore
from generator.forms.scoring.totals import (
    FUND_COLUMNS,
    FUND_ROWS,
    PARTS,
    FundColumn,
    Scores,
    effective_total,
    execution_rate,
    execution_score,
    grade_of,
    parts,
    score,
    scored_row,
)

__all__ = [
    "FUND_COLUMNS",
    "FUND_ROWS",
    "PARTS",
    "Branch",
    "FundColumn",
    "IndicatorScore",
    "Scores",
    "effective_total",
    "execution_rate",
    "execution_score",
    "grade_of",
    "is_limit",
    "is_time_limit",
    "parts",
    "says_nothing",
    "says_nothing_happened",
    "score",
    "score_indicator",
    "scored_row",
]
