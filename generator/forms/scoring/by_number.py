"""Scores of indicators whose target and actual are numbers."""

from decimal import Decimal

from generator.forms.numbers import round_half_up
from generator.forms.profiles import Profile
from generator.forms.scoring.outcome import Branch, IndicatorScore, undecided
from generator.forms.values import Comparable, Quantity, Range, Sign, compare

_ZERO = Decimal(0)
_EXACT = (None, Sign.EQ)


def score_quantity(
    target: Quantity, actual: Quantity, weight: Decimal, profile: Profile
) -> IndicatorScore:
    """Score a number against a number: met, full weight; not met, by proportion.

    Proportion as 财预〔2020〕10号 has it.  As provincial systems do, ``=`` and no sign count as
    ``≥``, and a negative actual as 0.  Below a negative target no proportion makes sense.
    """
    pair = compare(target, actual)
    if not isinstance(pair, Comparable):
        return undecided(Branch.NOT_COMPARABLE, asks_person=True)
    goal = pair.target
    reached = pair.actual if goal < 0 else max(pair.actual, _ZERO)
    limit = is_limit(target)
    met = reached <= goal if limit else reached >= goal
    if not _sure(actual.sign, met, limit) or (goal < 0 and not met):
        return undecided(Branch.UNJUDGED, asks_person=True)
    if met:
        return _met(target, goal, reached, weight)
    if limit:
        return _above_limit(goal, reached, weight, profile)
    score = round_half_up(reached * weight / goal, 2)
    return IndicatorScore(score, reached / goal, False, False, Branch.SHORT)


def score_in_range(target: Range, actual: Quantity, weight: Decimal) -> IndicatorScore:
    """Score a number against a range: full weight inside, a person's decision outside."""
    low = compare(_end(target, target.low), actual)
    high = compare(_end(target, target.high), actual)
    if not isinstance(low, Comparable) or not isinstance(high, Comparable):
        return undecided(Branch.NOT_COMPARABLE, asks_person=True)
    if actual.sign in _EXACT and low.target <= low.actual <= high.target:
        return IndicatorScore(weight, None, True, False, Branch.IN_RANGE)
    return undecided(Branch.UNJUDGED, asks_person=True)


def is_limit(target: Quantity) -> bool:
    """Tell whether less is better: an upper limit, or "=0", a promise that nothing happens."""
    if target.sign in _EXACT:
        return target.number == 0
    return target.sign is not None and target.sign.lower_is_better


def _sure(sign: Sign | None, met: bool, limit: bool) -> bool:
    """Tell whether an actual decides: a bound ("≥95%") only where it is sure to meet the target."""
    if sign is None or sign is Sign.EQ:
        return True
    return met and sign.lower_is_better == limit


def _met(target: Quantity, goal: Decimal, reached: Decimal, weight: Decimal) -> IndicatorScore:
    strict = target.sign is not None and target.sign.strict and reached == goal
    why = Branch.STRICT_EQUALITY if strict else Branch.MET
    return IndicatorScore(weight, reached / goal if goal else None, True, False, why)


def _above_limit(
    goal: Decimal, reached: Decimal, weight: Decimal, profile: Profile
) -> IndicatorScore:
    """Score a limit exceeded, by the profile's inverse method."""
    if goal == 0:
        return IndicatorScore(_ZERO, None, False, False, Branch.ZERO_MISSED)
    ratio = reached / goal
    if profile.inverse_method.value == "target_over_actual":
        score = round_half_up(goal * weight / reached, 2)
        return IndicatorScore(score, ratio, False, False, Branch.OVER_LIMIT)
    if reached >= 2 * goal:
        return IndicatorScore(_ZERO, ratio, False, False, Branch.FAR_OVER_LIMIT)
    score = round_half_up((2 * goal - reached) * weight / goal, 2)
    return IndicatorScore(score, ratio, False, False, Branch.OVER_LIMIT)


def _end(target: Range, number: Decimal) -> Quantity:
    return Quantity(target.text, None, number, target.unit, target.label)
