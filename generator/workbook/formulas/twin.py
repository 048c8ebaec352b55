"""The workbook's formulas, step by step in Python: for their cached values.

``read`` and ``rule_score`` do exactly what the helper columns do (a test recalculates thousands of
cells in LibreOffice and compares every one), so a workbook opens with the figures it would compute.
"""

from decimal import Decimal
from functools import cache, lru_cache

from msgspec import Struct

from generator.forms.numbers import round_half_up
from generator.forms.profiles import Profile
from generator.forms.values import Grade
from generator.workbook.formulas import grammar

_SHORT = 200  # characters; a text is taken apart several times while its form is worked on
_TABLE = str.maketrans({"　": " ", "％": "%", "（": "(", "）": ")"})


class Pieces(Struct, frozen=True):
    """What the helper columns make of one text; an empty cell is ``""`` or ``None``."""

    text: str
    literal: str
    number: Decimal | None
    sign: str
    unit: str

    @property
    def words(self) -> str:
        """The text without its blanks."""
        return self.text.replace(" ", "")


def clean(text: str | None) -> str:
    """Unify blanks, brackets and the percent sign: the helper column 文本.

    Blanks stay, so that ``1 000`` is not taken for a thousand.
    """
    return (text or "").translate(_TABLE)


def _literal(text: str) -> str:
    """Return the run of digits, points and commas from the first digit on."""
    start = next((i for i, char in enumerate(text) if char in grammar.DIGITS), len(text))
    run = text[start : start + 30]
    end = next((i for i, c in enumerate(run) if c not in grammar.NUMBER_CHARACTERS), len(run))
    return run[:end]


def _number(literal: str) -> Decimal | None:
    """Return the number a literal writes, ``None`` where its points or commas are out of place."""
    if not 0 < len(literal) <= grammar.LONGEST_NUMBER or literal[-1] not in grammar.DIGITS:
        return None
    whole, _, fraction = literal.partition(".")
    if "." in fraction or "," in fraction:
        return None
    value = Decimal(literal.replace(",", ""))
    if "," in whole and whole != f"{int(value):,}":
        return None
    return value


def _sign(prefix: str) -> str:
    if not prefix:
        return "="
    return next((s for s, glyphs in grammar.SIGN_GLYPHS.items() if prefix in glyphs), "")


def _is_words(text: str) -> bool:
    """Tell whether a text (without its blanks) is plain words."""
    return (
        bool(text)
        and f"|{text}|" not in _not_applicable()
        and not any(char in text for char in grammar.NO_WORDS)
    )


@cache
def _not_applicable() -> str:
    return grammar.fenced(grammar.not_applicable_words())


def read(text: str | None) -> Pieces:
    """Take a target or actual apart as the helper columns do."""
    return _remembered(text) if text is None or len(text) <= _SHORT else _read(text)


@lru_cache(maxsize=1 << 12)
def _remembered(text: str | None) -> Pieces:
    return _read(text)


def _read(text: str | None) -> Pieces:
    cleaned = clean(text)
    literal = _literal(cleaned)
    number = _number(literal)
    if number is None:
        words = "文" if not literal and _is_words(cleaned.replace(" ", "")) else ""
        return Pieces(cleaned, literal, None, words, "")
    start = cleaned.index(literal)
    prefix = cleaned[:start].replace(" ", "")
    tail = cleaned[start + len(literal) : start + len(literal) + 40]
    unit = tail.replace(" ", "").replace("(", "").replace(")", "")
    return Pieces(cleaned, literal, number, _sign(prefix), unit)


def actual_number(pieces: Pieces) -> Decimal | None:
    """Return the number of an actual: none where an inequality stands before it."""
    return pieces.number if pieces.sign == "=" else None


def rule_score(
    target: Pieces, actual: Pieces, weight: Decimal | None, units: str, profile: Profile
) -> Decimal | None:
    """Return the score the helper column 规则得分 shows, ``None`` where it stays empty.

    ``units`` is the fenced list of units the workbook knows.
    """
    if weight is None or weight < 0 or not target.sign or not actual.words:
        return None
    if "|" in target.text + actual.text:
        return None
    if target.sign == "文":
        return _words_score(target, actual, weight, profile)
    number = actual_number(actual)
    same_unit = target.unit == actual.unit and f"|{target.unit}|" in units
    if number is None or target.number is None or not same_unit:
        return None
    return _number_score(target.sign, target.number, number, weight, profile)


def _words_score(
    target: Pieces, actual: Pieces, weight: Decimal, profile: Profile
) -> Decimal | None:
    is_all = actual_number(actual) == 100 and actual.unit == "%"
    if is_all or actual.words == target.words or _says(actual, Grade.ACHIEVED):
        return weight
    for grade in (Grade.PARTLY_ACHIEVED, Grade.NOT_ACHIEVED):
        if _says(actual, grade):
            return round_half_up(weight * band_top(profile, grade), 2)
    return None


def _says(actual: Pieces, grade: Grade) -> bool:
    return f"|{actual.words}|" in _grade_list(grade)


@cache
def _grade_list(grade: Grade) -> str:
    return grammar.fenced(grammar.grade_words(grade))


def band_top(profile: Profile, grade: Grade) -> Decimal:
    """Return the share of the weight a lower qualitative grade is proposed (RULES N7)."""
    return profile.qualitative[grade].value.top


def _number_score(
    sign: str, target: Decimal, actual: Decimal, weight: Decimal, profile: Profile
) -> Decimal:
    if sign == "≤":
        return _inverse_score(target, actual, weight, profile)
    if target == 0:
        return weight if sign == "≥" or actual <= 0 else Decimal(0)
    return weight if actual >= target else round_half_up(actual * weight / target, 2)


def _inverse_score(target: Decimal, actual: Decimal, weight: Decimal, profile: Profile) -> Decimal:
    if actual <= target:
        return weight
    if profile.inverse_method.value == "target_over_actual":
        return round_half_up(target * weight / actual, 2)
    if actual >= 2 * target:
        return Decimal(0)
    return round_half_up((2 * target - actual) * weight / target, 2)
