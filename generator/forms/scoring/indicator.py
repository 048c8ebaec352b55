"""The score of one indicator by rule, for targets that are numbers, dates or words."""

from decimal import Decimal

from generator.forms.numbers import round_half_up
from generator.forms.profiles import Profile
from generator.forms.scoring.outcome import Branch, IndicatorScore, undecided
from generator.forms.values import (
    Blank,
    Bound,
    Comparable,
    Grade,
    NotApplicable,
    PointInTime,
    Qualitative,
    Quantity,
    Range,
    Sign,
    Unreadable,
    Value,
    compare,
)
from generator.forms.values.glyphs import fold
from generator.forms.values.signs import GLYPHS

_LAST_MONTH, _LAST_DAY = 12, 31
_Day = tuple[int, int, int]


def score_date(target: PointInTime, actual: PointInTime, weight: Decimal) -> IndicatorScore:
    """Score a date against a date: full weight when the same or surely not later.

    A later date, and one of which the words do not say enough (重阳节, 年底), is a person's
    decision: no rule says what lateness costs.
    """
    if actual == target or _surely_in_time(target, actual):
        return IndicatorScore(weight, None, True, False, Branch.ON_TIME)
    return undecided(Branch.UNJUDGED, asks_person=True)


def _surely_in_time(target: PointInTime, actual: PointInTime) -> bool:
    if target.bound is Bound.AFTER or (target.year is None) != (actual.year is None):
        return False
    if (target.month is None and target.year is None) or (
        actual.month is None and actual.year is None
    ):
        return False
    return _last_day(actual) <= _due_day(target)


def _last_day(point: PointInTime) -> _Day:
    """Return the last day the words can mean (30 February is as good as any for comparing)."""
    return (point.year or 0, point.month or _LAST_MONTH, point.day or _LAST_DAY)


def _due_day(target: PointInTime) -> _Day:
    """Return the first day the target can mean where it is vague, else its last.

    "2024年重阳节前" may mean any day of the year, so only what was done before 2024 is surely in
    time; "2024年" itself lasts to its end.
    """
    vague = target.part or (target.bound is Bound.BEFORE and target.day is None)
    if vague:
        return (target.year or 0, target.month or 1, 0)
    return _last_day(target)


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


_ALL = Decimal(100)
_NOTHING = ("无", "暂无", "零", "没有", "未发生", "未出现", "未收到", "未产生")
_SOMETHING = ("无此项", "无法", "无人", "零星", "零散", "没有完成", "没有达到", "没有开展")
_GRADES = {
    Grade.PARTLY_ACHIEVED: Branch.PARTLY_ACHIEVED,
    Grade.NOT_ACHIEVED: Branch.NOT_ACHIEVED,
}


def score_words(target: Value, actual: Value, weight: Decimal, profile: Profile) -> IndicatorScore:
    """Score what was reported against words.

    Achieved (a grade, the target's own words, 100%) earns the weight; the two lower grades propose
    the top of their band and ask a person (财预〔2020〕10号; DESIGN §5); anything else is a
    person's decision.
    """
    if _same_words(target, actual):
        return _achieved(weight, Branch.SAME_WORDS)
    if isinstance(actual, Qualitative) and actual.grade is not None:
        return _graded(actual.grade, weight, profile)
    if isinstance(target, Qualitative) and isinstance(actual, Quantity) and is_all(actual):
        return _achieved(weight, Branch.ALL_PERCENT)
    return undecided(Branch.UNJUDGED, asks_person=True)


def is_time_limit(value: Value) -> bool:
    """Tell whether a target is a time limit in words: 移交后30天, 合同签订后30日内.

    Written with a glyph (≤30天) it is a number like any other.
    """
    if not isinstance(value, Quantity) or value.unit.dimension not in ("time", "calendar"):
        return False
    if any(glyph in GLYPHS for glyph in fold(value.text)):
        return False
    return bool(value.label) or value.sign is not None


def says_nothing_happened(target: Value, actual: Value) -> bool:
    """Tell whether words report zero for a target of zero: 无, 零投诉, 未发生 for "=0(件)"."""
    return isinstance(target, Quantity) and target.number == 0 and says_nothing(actual)


def says_nothing(actual: Value) -> bool:
    """Tell words that report zero (无投诉, 未发生) from such as only begin like them (无法统计)."""
    if not isinstance(actual, NotApplicable | Qualitative):
        return False
    words = fold(actual.text)
    return words.startswith(_NOTHING) and not words.startswith(_SOMETHING)


def is_all(actual: Quantity) -> bool:
    """Tell whether a quantity says exactly 100%."""
    return actual.number == _ALL and actual.unit.base == "%" and actual.sign in (None, Sign.EQ)


def _same_words(target: Value, actual: Value) -> bool:
    """Compare readings: they differ in blanks, widths and brackets only when they are the same."""
    return target == actual


def _achieved(weight: Decimal, why: Branch) -> IndicatorScore:
    return IndicatorScore(weight, None, True, False, why)


def _graded(grade: Grade, weight: Decimal, profile: Profile) -> IndicatorScore:
    if grade is Grade.ACHIEVED:
        return _achieved(weight, Branch.ACHIEVED)
    proposed = round_half_up(weight * profile.qualitative[grade].value.top, 2)
    return IndicatorScore(proposed, None, False, True, _GRADES[grade])


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
