"""The kinds of prompts: what a unit is asked depends on what the indicator measures."""

from enum import StrEnum

from generator.forms.checks.context import EvaluationContext, Row, ScoredRow
from generator.forms.checks.deviations import is_exceeded, is_far_within, loses_points
from generator.forms.checks.funds_explained import repeats_execution_rate
from generator.forms.scoring import is_limit
from generator.forms.values import Quantity


class Kind(StrEnum):
    """What a prompt asks about; each is a file ``templates/prompts/<kind>.j2``."""

    QUANTITY = "quantity"
    QUALITY = "quality"
    TIMELINESS = "timeliness"
    COST = "cost"
    BENEFIT = "benefit"
    SATISFACTION = "satisfaction"
    OCCURRENCE = "occurrence"
    """What was not to happen, or not so often: complaints, accidents, errors."""
    OTHER = "other"
    """Points lost in a class the catalogue does not know."""
    DEDUCTED = "deducted"
    """Points lost though the target was met."""
    OVER_ACHIEVEMENT = "over_achievement"
    LOW_EXECUTION = "low_execution"
    """Points lost in an indicator that repeats the execution rate (成本控制率 86%)."""
    PROJECT_EXECUTION = "project_execution"
    """A low execution rate of the project, explained in 实际完成情况."""


_BY_LEVEL = {
    "数量指标": Kind.QUANTITY,
    "质量指标": Kind.QUALITY,
    "时效指标": Kind.TIMELINESS,
    "成本指标": Kind.COST,
    "效益指标": Kind.BENEFIT,
    "满意度指标": Kind.SATISFACTION,
}
_OF_EFFECTS = (Kind.BENEFIT, Kind.SATISFACTION, Kind.QUANTITY, Kind.OTHER)
"""Classes in which a limit counts what should not happen; elsewhere it is money, time, faults."""


def kind_of(scored: ScoredRow, context: EvaluationContext) -> Kind | None:
    """Return what an indicator is to be explained for, ``None`` where nothing is."""
    if not loses_points(scored):
        return Kind.OVER_ACHIEVEMENT if _surpasses(scored, context) else None
    if scored.outcome.met:
        return Kind.DEDUCTED
    if repeats_execution_rate(scored, context):
        return Kind.LOW_EXECUTION
    kind = _class_of(scored.row)
    return Kind.OCCURRENCE if kind in _OF_EFFECTS and _is_undesired(scored.row) else kind


def _surpasses(scored: ScoredRow, context: EvaluationContext) -> bool:
    """Tell whether RSN-2 or RSN-3 asks for a reason; that nothing happened needs none."""
    profile = context.profile
    if not scored.row.active:
        return False
    if is_exceeded(scored, profile.over_achievement.threshold.value):
        return True
    return bool(scored.outcome.completion_ratio) and is_far_within(scored, profile)


def _is_undesired(row: Row) -> bool:
    """Tell whether less is better, as of complaints: ≤5(件), =0(件)."""
    target = row.target
    return isinstance(target, Quantity) and (is_limit(target) or not target.number)


def _class_of(row: Row) -> Kind:
    """Return the kind of a class: level 2 says more, level 1 is always there."""
    known = _BY_LEVEL.get(row.level2 or "") or _BY_LEVEL.get(row.level1 or "")
    return known or Kind.OTHER
