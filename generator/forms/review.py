"""The review of one form: every check of its kind, every finding, none stops the run."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from generator.forms.catalogue import Fault, finding
from generator.forms.checks import (
    SELF_EVALUATION,
    TARGET,
    EvaluationContext,
    FormFacts,
    TargetContext,
    context_of,
)
from generator.forms.fields import scalar_fields, split_indicator
from generator.forms.findings import Finding
from generator.forms.models import Form, SelfEvaluationForm, TargetForm
from generator.forms.profiles import Profile
from generator.forms.scoring import IndicatorScore

__all__ = ["FormFacts", "in_order", "review"]

_COLUMNS = (
    "level1",
    "level2",
    "name",
    "target",
    "actual",
    "weight",
    "score",
    "deviation_analysis",
)
_Position = tuple[int, int, int, int]


def review(
    form: Form,
    profile: Profile,
    facts: FormFacts,
    outcomes: Sequence[IndicatorScore] | None = None,
) -> list[Finding]:
    """Return everything the checks of this form's kind find, in the order of the form.

    Where several findings stand at one field, the gravest comes first.  ``outcomes`` are what
    the indicators of a self-evaluation earn, where they were scored before.
    """
    found = [
        finding(rule_id, fault, profile)
        for rule_id, fault in _faults(context_of(form, profile, facts, outcomes))
    ]
    return in_order(found, type(form))


def in_order(
    findings: Iterable[Finding], kind: type[TargetForm] | type[SelfEvaluationForm]
) -> list[Finding]:
    """Return findings by the place of their fields in the form, the gravest first at each."""
    scalars = _scalar_positions(kind)
    return sorted(findings, key=lambda found: _position(found, scalars))


def _faults(context: TargetContext | EvaluationContext) -> Iterator[tuple[str, Fault]]:
    if isinstance(context, TargetContext):
        for rule_id, target_check in TARGET.items():
            for fault in target_check(context):
                yield rule_id, fault
    else:
        for rule_id, evaluation_check in SELF_EVALUATION.items():
            for fault in evaluation_check(context):
                yield rule_id, fault


def _position(found: Finding, scalars: dict[str, int]) -> _Position:
    """Rank a finding: its part of the form, row, column, gravity."""
    cell = split_indicator(found.field)
    if cell is not None:
        row, column = cell
        return (scalars["indicators"], row, _COLUMNS.index(column), found.severity.rank)
    return (scalars[found.field], -1, 0, found.severity.rank)


@cache
def _scalar_positions(kind: type[TargetForm] | type[SelfEvaluationForm]) -> dict[str, int]:
    """Return the rank of every scalar field, and of the indicator block among them.

    The block stands below everything but the totals.
    """
    fields = list(scalar_fields(kind))
    totals = [field for field in ("total_weight", "total_score", "rating") if field in fields]
    above = [field for field in fields if field not in totals]
    return {field: rank for rank, field in enumerate([*above, "indicators", *totals])}
