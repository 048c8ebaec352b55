"""The common grammar: which targets and actuals the formulas in a workbook can read.

Sign glyph, plain number with separators, unit; or words and the qualitative grades.  Whatever lies
outside stays empty in the workbook and is left to the engine, which reads more: the workbook's
score is either the engine's score or nothing.  The lists the formulas consult are kept in the
hidden sheet, made from here.
"""

from collections.abc import Iterable
from functools import cache

from generator.forms.models import Form
from generator.forms.values import Grade, Quantity, parse
from generator.forms.values.vocabulary import vocabulary

SIGN_GLYPHS = {
    "≥": ("≥", "≧", ">", "＞", ">=", "=>", "＞＝", "＞="),
    "≤": ("≤", "≦", "<", "＜", "<=", "=<", "＜＝", "＜="),
    "=": ("=", "＝", "﹦"),
}
"""Strict signs count as met at equality, so they score like the others (RULES N6)."""

DIGITS = "0123456789"
NUMBER_CHARACTERS = DIGITS + ".,"
LONGEST_NUMBER = 15
"""Significant digits a spreadsheet keeps."""

NO_WORDS = tuple(
    "０１２３４５６７８９零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟半几①②③④⑤⑥⑦⑧⑨⑩"
    "=≥≤<>＝≧≦＞＜﹦═⩾⩽%‰"
)
"""A text with one of these is not plain words: a figure may hide in it."""

_AMBIGUOUS_UNITS = {"年", "月", "日", "号", "时", "点"}
"""Behind a number these may be a date (2021年) as well as a duration (3年)."""


@cache
def common_units() -> tuple[str, ...]:
    """Return the units every workbook knows, the bare number ("") first."""
    words = vocabulary()
    names = sorted(words.units | words.dimensions.keys() | words.aliases.keys())
    return ("", *(name for name in names if _is_plain(name)))


def units_of(form: Form) -> tuple[str, ...]:
    """Return the units the formulas of one form know: the usual ones and its own targets'."""
    own = (reading.unit.name for reading in _quantities(form) if _is_plain(reading.unit.name))
    return tuple(dict.fromkeys((*common_units(), *own)))


def _quantities(form: Form) -> Iterable[Quantity]:
    readings = (parse(indicator.target) for indicator in form.indicators)
    return (reading for reading in readings if isinstance(reading, Quantity))


def _is_plain(unit: str) -> bool:
    return unit not in _AMBIGUOUS_UNITS and not any(
        char.isdigit() or char in "|()（） " for char in unit
    )


@cache
def grade_words(grade: Grade) -> tuple[str, ...]:
    """Return the words that stand for a qualitative grade."""
    return tuple(sorted(w for w, meaning in vocabulary().grades.items() if meaning is grade))


@cache
def not_applicable_words() -> tuple[str, ...]:
    """Return the words that say an indicator does not apply."""
    return tuple(sorted(vocabulary().not_applicable))


def fenced(words: Iterable[str]) -> str:
    """Join words so that ``FIND("|word|", list)`` finds whole words only."""
    return "|" + "".join(f"{word}|" for word in words)
