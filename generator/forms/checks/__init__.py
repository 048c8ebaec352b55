"""The checks: one small pure function for each rule, one module for each family of rules."""

from generator.forms.checks import (  # noqa: F401  (importing a family enters its checks)
    boundaries,
    execution,
    funds,
    funds_changes,
    funds_plausible,
    reasons,
    rows,
    scores,
    structure,
    texts,
    totals,
    values,
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
