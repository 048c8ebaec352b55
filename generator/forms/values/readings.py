"""What a target or an actual can be read as.

Every reading carries ``text``, the cell as it was written, which takes no part in comparison:
two readings are equal when they say the same.
"""

from decimal import Decimal
from enum import Enum
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple


class Sign(Enum):
    """How an actual is to stand to the number of the target."""

    EQ = "="
    GE = "≥"
    LE = "≤"
    GT = ">"
    LT = "<"

    @property
    def strict(self) -> bool:
        """Whether equality does not satisfy the sign (``>`` and ``<``)."""
        return self in (Sign.GT, Sign.LT)

    @property
    def lower_is_better(self) -> bool:
        """Whether the target is an upper limit (``≤`` and ``<``)."""
        return self in (Sign.LE, Sign.LT)


class Grade(Enum):
    """The three qualitative grades of 财预〔2020〕10号."""

    ACHIEVED = "达成年度指标"
    PARTLY_ACHIEVED = "部分达成年度指标并具有一定效果"
    NOT_ACHIEVED = "未达成年度指标且效果较差"


class Bound(Enum):
    """On which side of a point in time something is due."""

    BEFORE = "前"
    WITHIN = "内"
    AFTER = "后"


class Why(Enum):
    """Why a text that looks like a number cannot be read safely."""

    DIGIT_GROUPS = "digit_groups"
    """A separator that does not stand before groups of three digits: ``1,5人``."""
    DECIMAL_POINTS = "decimal_points"
    """No digit before the point, none after it, or several points: ``1.2.3``."""
    SPLIT_NUMBER = "split_number"
    """A blank inside a number: ``9 5%``."""
    LETTER_IN_NUMBER = "letter_in_number"
    """A letter that looks like a digit: ``1O0%``."""
    TOO_MANY_DIGITS = "too_many_digits"
    """More than the 15 significant digits a spreadsheet keeps."""
    SIGNS_DISAGREE = "signs_disagree"
    """Two signs, or a sign and a word, that contradict: ``≥≤5``, ``≥95%以下``."""
    SIGN_WITHOUT_NUMBER = "sign_without_number"
    """A sign with nothing, or only a unit, behind it: ``≥``, ``≥%``."""
    IMPOSSIBLE_DATE = "impossible_date"
    """A date no calendar has: ``2024年2月30日``."""
    REVERSED_RANGE = "reversed_range"
    """The upper end of a range lies below the lower: ``95%-90%``."""


class _Meaning(Struct, frozen=True, eq=False):
    """What a text means: two are equal whatever their first field, how they are written."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self._meaning() == other._meaning()

    def __hash__(self) -> int:
        return hash(self._meaning())

    def _meaning(self) -> tuple[Any, ...]:
        return astuple(self)[1:]


class Unit(_Meaning, frozen=True):
    """A unit of measure.

    ``name`` as written, without brackets and blanks (``万人次``); ``base`` the usual name without
    multiplier (``人次``); ``factor`` turns a number into the base, or into the reference of its
    dimension (小时: 3600 seconds); ``multiplier`` is the part of it that 万, 亿 … stand for.
    ``dimension`` is None for units that convert into no other, and for unknown ones.
    """

    name: str
    base: str
    factor: Decimal = Decimal(1)
    dimension: str | None = None
    multiplier: Decimal = Decimal(1)


BARE = Unit("", "")
"""The unit of a number that has none."""


class Blank(_Meaning, frozen=True):
    """Nothing, or only blanks."""

    text: str = ""


class NotApplicable(_Meaning, frozen=True):
    """不适用, 无, / and the like."""

    text: str


class Quantity(_Meaning, frozen=True):
    """One number with its unit.  ``label`` holds the words around it (满意度, 移交后)."""

    text: str
    sign: Sign | None
    number: Decimal
    unit: Unit
    label: str = ""
    approximate: bool = False


class Range(_Meaning, frozen=True):
    """From ``low`` to ``high``, both in ``unit``."""

    text: str
    low: Decimal
    high: Decimal
    unit: Unit
    label: str = ""
    approximate: bool = False


class PointInTime(_Meaning, frozen=True):
    """A date or a part of one.

    ``part`` narrows it in words (底, 上旬, 第四季度, 重阳节); ``label`` holds the words around it.
    """

    text: str
    year: int | None
    month: int | None
    day: int | None
    bound: Bound | None = None
    part: str = ""
    label: str = ""


class Qualitative(_Meaning, frozen=True):
    """Words.  ``words`` is the text without blanks and with unified glyphs.

    ``figures`` tells that numbers stand in the words which do not make one value
    (市区2小时，郊区4小时): a person has to judge them.
    """

    text: str
    grade: Grade | None
    words: str = ""
    figures: bool = False


class Unreadable(_Meaning, frozen=True):
    """Something that looks like a number and cannot be read safely; ``why`` names the reason."""

    text: str
    why: Why


Value = Blank | NotApplicable | Quantity | Range | PointInTime | Qualitative | Unreadable
