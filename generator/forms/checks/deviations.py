"""How a result lies to its target: points lost, far exceeded, far within its limit."""

from decimal import Decimal

from generator.forms.checks.context import Row, ScoredRow
from generator.forms.checks.vocabulary import measures
from generator.forms.profiles import Profile
from generator.forms.scoring import is_limit
from generator.forms.values import BARE, Quantity, Sign, Value

_WORKING_DAY = "工作日"
_BENEFIT = "效益指标"
_DATES = range(19900101, 21001232)
"""Dates written as one number: 20231231."""
_DIVISIBLE = ("ratio", "money", "time", "length", "area", "mass", "volume", "data")
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

    A deduction of a few hundredths may have any other cause, and no points where nothing was spent
    say that nothing was done.
    """
    target, ratio = scored.row.target, scored.outcome.completion_ratio
    points, weight = scored.entered.score, scored.entered.weight
    if ratio is None or points is None or not weight or not scored.outcome.met:
        return False
    if not isinstance(target, Quantity) or not is_limit(target):
        return False
    if not ratio and target.unit.dimension == "money":
        return False
    tolerance = profile.tolerances.proportional_points.value
    return abs(points - ratio * weight) <= tolerance < weight - points


def is_undirected(row: Row) -> bool:
    """Tell whether a target has no direction and more need not be better: time, complaints, costs.

    Bare money has none either, but for a benefit (增收50万元): it may be a price, a budget, a task.
    30分钟 may be meant as a limit or as a service, =400(元) met by 380.  A score by rule takes all
    these as the least there should be, which is no ground to doubt anything.  Zero is plain.
    """
    target = row.target
    if not isinstance(target, Quantity) or not target.number:
        return False
    if target.sign not in (None, Sign.EQ):
        return False
    if target.approximate or (target.unit == BARE and int(target.number) in _DATES):
        return True
    if target.unit.base == _WORKING_DAY or target.unit.dimension in ("time", "calendar"):
        return True
    if target.sign is None and row.level1 != _BENEFIT and _is_money(target):
        return True
    words = measures()
    unwanted = any(word in row.name for word in words.unwanted)
    return unwanted and not any(word in row.name for word in words.dealt_with)


def _is_money(target: Quantity) -> bool:
    return (target.unit.dimension or "").split("/")[0] == "money"


def is_exceeded(scored: ScoredRow, share: Decimal) -> bool:
    """Tell whether an actual reaches this share of a target of which more is better.

    One piece more is no deviation, however few were aimed at: 2次 for ≥1次.
    """
    ratio, target = scored.outcome.completion_ratio, scored.row.target
    if ratio is None or ratio < share or not isinstance(target, Quantity):
        return False
    if target.number <= 0 or is_limit(target) or is_undirected(scored.row):
        return False
    return not _is_one_more(target, scored.row.actual)


def _is_one_more(target: Quantity, actual: Value) -> bool:
    if not isinstance(actual, Quantity) or actual.unit.base != target.unit.base:
        return False
    more = actual.number * actual.unit.multiplier - target.number * target.unit.multiplier
    return target.unit.dimension not in _DIVISIBLE and more <= 1


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
