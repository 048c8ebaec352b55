"""The score of one indicator by rule: which kind of target meets which kind of actual."""

from decimal import Decimal

from generator.forms.profiles import Profile
from generator.forms.scoring.by_date import score_date
from generator.forms.scoring.by_number import score_in_range, score_quantity
from generator.forms.scoring.by_words import is_time_limit, says_nothing_happened, score_words
from generator.forms.scoring.outcome import Branch, IndicatorScore, undecided
from generator.forms.values import (
    Blank,
    NotApplicable,
    PointInTime,
    Qualitative,
    Quantity,
    Range,
    Unreadable,
    Value,
)


def score_indicator(
    target: Value, actual: Value, weight: Decimal | None, profile: Profile
) -> IndicatorScore:
    """Return what an indicator of this weight (points) earns by rule (RULES §4, DESIGN §5).

    No rule decides where something is missing, not applicable or unreadable, and where only a
    person can judge.
    """
    if says_nothing_happened(target, actual) and weight is not None and weight >= 0:
        return IndicatorScore(weight, None, True, False, Branch.NOTHING_HAPPENED)
    nothing = _nothing_to_score(target, actual, weight)
    if nothing is not None or weight is None:
        return undecided(nothing or Branch.NO_WEIGHT)
    if isinstance(target, Qualitative):
        return score_words(target, actual, weight, profile)
    if isinstance(actual, Qualitative):
        return _reported_in_words(target, actual, weight, profile)
    if isinstance(target, PointInTime) and isinstance(actual, PointInTime):
        return score_date(target, actual, weight)
    if isinstance(actual, Quantity):
        return _reported_in_numbers(target, actual, weight, profile)
    if target == actual:
        return IndicatorScore(weight, None, True, False, Branch.SAME_WORDS)
    return undecided(Branch.UNJUDGED, asks_person=True)


def _nothing_to_score(target: Value, actual: Value, weight: Decimal | None) -> Branch | None:
    """Return what is missing for a score, ``None`` when nothing is."""
    if isinstance(target, NotApplicable) or isinstance(actual, NotApplicable):
        return Branch.NOT_APPLICABLE
    if weight is None or weight < 0:
        return Branch.NO_WEIGHT
    if isinstance(target, Blank):
        return Branch.NO_TARGET
    if isinstance(actual, Blank):
        return Branch.NO_ACTUAL
    if isinstance(target, Unreadable) or isinstance(actual, Unreadable):
        return Branch.UNREADABLE
    return None


def _reported_in_words(
    target: Value, actual: Qualitative, weight: Decimal, profile: Profile
) -> IndicatorScore:
    """Judge words against a date or a time limit; against a number they say nothing."""
    if isinstance(target, PointInTime) or is_time_limit(target):
        return score_words(target, actual, weight, profile)
    return undecided(Branch.WORDS_FOR_NUMBER, asks_person=True)


def _reported_in_numbers(
    target: Value, actual: Quantity, weight: Decimal, profile: Profile
) -> IndicatorScore:
    if isinstance(target, Range):
        return score_in_range(target, actual, weight)
    if isinstance(target, PointInTime):
        return score_words(target, actual, weight, profile)
    # A bare time limit does not say whether less is better: 移交后30天 is a limit, 服务30天 is not.
    vague = isinstance(target, Quantity) and target.sign is None and is_time_limit(target)
    if isinstance(target, Quantity) and not vague:
        return score_quantity(target, actual, weight, profile)
    if target == actual:
        return IndicatorScore(weight, None, True, False, Branch.SAME_WORDS)
    return undecided(Branch.UNJUDGED, asks_person=True)
