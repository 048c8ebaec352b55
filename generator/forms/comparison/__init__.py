"""Forms against earlier or issued ones: projects and indicators paired, changes judged.

Rules CMP-1 to CMP-6; their words and severities are in ``templates/messages/comparison.yaml``.
"""

from generator.forms.comparison.change import (
    Achieved,
    IndicatorChange,
    Kind,
    Relation,
    TargetChange,
    Why,
)
from generator.forms.comparison.compare import FormComparison, compare_forms
from generator.forms.comparison.money import MoneyChange
from generator.forms.comparison.pairs import Pairing, pair_forms

__all__ = [
    "Achieved",
    "FormComparison",
    "IndicatorChange",
    "Kind",
    "MoneyChange",
    "Pairing",
    "Relation",
    "TargetChange",
    "Why",
    "compare_forms",
    "pair_forms",
]
