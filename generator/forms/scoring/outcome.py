"""What scoring one indicator by rule comes to, and by which branch of the rules."""

from decimal import Decimal
from enum import Enum, auto

from msgspec import Struct


class Branch(Enum):
    """The rule that decided a score, or the reason why none does."""

    MET = auto()
    """The actual reaches the target, or keeps within the limit: full weight."""
    STRICT_EQUALITY = auto()
    """The actual equals the number of a strict sign (>95 and 95): counts as met."""
    SHORT = auto()
    """Below the target: the share completed."""
    OVER_LIMIT = auto()
    """Above an upper limit, below twice of it."""
    FAR_OVER_LIMIT = auto()
    """Twice an upper limit or more: 0."""
    ZERO_MISSED = auto()
    """The target is zero and something happened: 0."""
    IN_RANGE = auto()
    """Inside the range of the target: full weight."""
    ON_TIME = auto()
    """At or before the date of the target: full weight."""
    NOTHING_HAPPENED = auto()
    """The target is zero and words say that nothing happened (无, 未发生): full weight."""
    SAME_WORDS = auto()
    """The actual repeats the words of the target: achieved."""
    ACHIEVED = auto()
    """达成年度指标 or one of its aliases: full weight."""
    ALL_PERCENT = auto()
    """100% for a target in words: achieved."""
    PARTLY_ACHIEVED = auto()
    """The second qualitative grade: the top of its band is proposed."""
    NOT_ACHIEVED = auto()
    """The third qualitative grade: the top of its band is proposed."""

    NO_WEIGHT = auto()
    NO_TARGET = auto()
    NO_ACTUAL = auto()
    NOT_APPLICABLE = auto()
    UNREADABLE = auto()
    """Target or actual looks like a number and cannot be read safely."""
    WORDS_FOR_NUMBER = auto()
    """A number was aimed at, words were reported."""
    NOT_COMPARABLE = auto()
    """Target and actual have no common unit."""
    UNJUDGED = auto()
    """Words, ranges, dates or bounds that only a person can judge."""


class IndicatorScore(Struct, frozen=True):
    """The score one indicator earns by rule.

    ``score`` in points, ``None`` where no rule decides; ``completion_ratio`` is actual ÷ target in
    one unit (also for upper limits), ``None`` where there is none; ``met`` tells whether the
    target was reached, ``None`` when unknown; ``asks_person`` that a person has to confirm or
    give the score.
    """

    score: Decimal | None
    completion_ratio: Decimal | None
    met: bool | None
    asks_person: bool
    why: Branch


def undecided(why: Branch, *, asks_person: bool = False) -> IndicatorScore:
    """Return the outcome where no rule decides."""
    return IndicatorScore(None, None, None, asks_person, why)
