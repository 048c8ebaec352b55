"""The checks: one small pure function for each rule, one module for each family of rules."""

from generator.forms.checks import (  # noqa: F401  (importing a family enters its checks)
    classes,
    funds,
    funds_changes,
    narrative_goal,
    narrative_result,
    reasons,
    scores,
    scores_judgement,
    structure,
    texts,
    totals,
    values,
    values_answers,
    values_dates,
    values_measures,
    weights,
)
from generator.forms.checks.context import (
    WHOLE_BLOCK,
    Context,
    EvaluationContext,
    FormFacts,
    TargetContext,
    context_of,
)
from generator.forms.checks.registry import SELF_EVALUATION, TARGET

__all__ = [
    "SELF_EVALUATION",
    "TARGET",
    "WHOLE_BLOCK",
    "Context",
    "EvaluationContext",
    "FormFacts",
    "TargetContext",
    "context_of",
]
