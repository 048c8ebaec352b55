"""How a result lies to its target: points lost, far exceeded, far within its limit."""

from decimal import Decimal

from generator.forms.checks.context import ScoredRow
from generator.forms.profiles import Profile
from generator.forms.scoring import is_limit
from generator.forms.values import Quantity

_ZERO = Decimal(0)


def loses_points(scored: ScoredRow) -> bool:
    """Tell whether an indicator that applies has less than its weight, and not less than 0."""
    points, weight = scored.entered.score, scored.entered.weight
    if not scored.row.active or points is None or weight is None:
        return False
    return _ZERO <= points < weight


def takes_full_points(scored: ScoredRow) -> bool:
    """Tell whether an indicator that applies has its whole weight."""
    weight = scored.entered.weight
    return scored.row.active and bool(weight) and scored.entered.score == weight


def is_scored_by_limit(scored: ScoredRow, profile: Profile) -> bool:
    """Tell whether a limit that was kept earned only the share of it that was used.

    A deduction of a few hundredths may have any other cause.
    """
    target, ratio = scored.row.target, scored.outcome.completion_ratio
    points, weight = scored.entered.score, scored.entered.weight
    if ratio is None or points is None or not weight or not scored.outcome.met:
        return False
    if not isinstance(target, Quantity) or not is_limit(target):
        return False
    tolerance = profile.tolerances.proportional_points.value
    return abs(points - ratio * weight) <= tolerance < weight - points


def is_exceeded(scored: ScoredRow, share: Decimal) -> bool:
    """Tell whether an actual reaches this share of a target of which more is better."""
    ratio, target = scored.outcome.completion_ratio, scored.row.target
    if ratio is None or ratio < share or not isinstance(target, Quantity):
        return False
    return target.number > 0 and not is_limit(target)


def is_far_within(scored: ScoredRow, profile: Profile) -> bool:
    """Tell whether an actual needs so little of an upper limit that the limit looks loose.

    That nothing happened (no complaint, no accident) is what is worked for: it speaks against the
    limit only where the limit would have let much happen.
    """
    ratio, target = scored.outcome.completion_ratio, scored.row.target
    if ratio is None or ratio > profile.over_achievement.doubtful_limit.value:
        return False
    if not isinstance(target, Quantity) or not is_limit(target) or target.number <= 0:
        return False
    return ratio > 0 or not _is_small(target, profile)


def _is_small(limit: Quantity, profile: Profile) -> bool:
    limits = profile.over_achievement
    if limit.unit.dimension == "ratio":
        return limit.number * limit.unit.factor <= limits.small_percentage.value
    return limit.number * limit.unit.multiplier <= limits.small_number.value
