"""Scores of indicators whose target is words, or a time limit in words."""

from decimal import Decimal

from generator.forms.numbers import round_half_up
from generator.forms.profiles import Profile
from generator.forms.scoring.outcome import Branch, IndicatorScore, undecided
from generator.forms.values import Grade, NotApplicable, Qualitative, Quantity, Sign, Value
from generator.forms.values.glyphs import fold
from generator.forms.values.signs import GLYPHS

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
