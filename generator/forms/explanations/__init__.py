"""How a wrong figure probably came about: the simplest kind of slip that fits (DESIGN §6).

One candidate is one small function; nothing is named that the figures do not bear out.
"""

from generator.forms.explanations.figures import Item, RateFigures, ScoreFigures
from generator.forms.explanations.rates import explain_execution_score, explain_rate
from generator.forms.explanations.sums import explain_sum, explain_total, explain_weights

__all__ = [
    "Item",
    "RateFigures",
    "ScoreFigures",
    "explain_execution_score",
    "explain_rate",
    "explain_sum",
    "explain_total",
    "explain_weights",
]
