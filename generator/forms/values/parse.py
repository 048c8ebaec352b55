"""The reading of a cell: from the most certain kind to words a person has to judge."""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from generator.forms.values.dates import names_quarter, read_date
from generator.forms.values.figures import has_digit, malformed
from generator.forms.values.glyphs import fold
from generator.forms.values.numerals import NUMERALS, numeral, spell_out
from generator.forms.values.quantities import read_quantity
from generator.forms.values.ranges import read_range
from generator.forms.values.readings import (
    Blank,
    NotApplicable,
    PointInTime,
    Qualitative,
    Quantity,
    Range,
    Sign,
    Unreadable,
    Value,
    Why,
)
from generator.forms.values.render import render
from generator.forms.values.signs import GLYPHS, SignsDisagreeError, glyph_sign
from generator.forms.values.units import known, leading_unit
from generator.forms.values.vocabulary import vocabulary

_CLOSING = "。;,、. "
_OPENING_BRACKETS = "(“\"‘'「"
_CLOSING_BRACKETS = ")”\"’'」"
_BRACKETS = frozenset("()“”\"‘’'「」")
# The official notation brackets the year too: =2024.00(年).
_YEAR = r"((?:19|20)[0-9]{2})(?:\.0+)?\(年\)"


def folded(text: str) -> str:
    """Return a text as a folded cell without what changes nothing around its value."""
    return tidy(fold(text).rstrip(_CLOSING))


def tidy(cell: str) -> str:
    """Drop notes that change nothing, and brackets and quotes around the whole cell."""
    if "(" in cell:
        for note in vocabulary().inclusive:
            cell = cell.replace(note, "")
        if "(年)" in cell:
            cell = re.sub(_YEAR, r"\1年", cell)
        cell = cell.rstrip(_CLOSING)
    return cell[1:-1].rstrip(_CLOSING) if _is_wrapped(cell) else cell


def _is_wrapped(cell: str) -> bool:
    """Tell whether one pair of brackets or quotes holds the whole cell."""
    inner = cell[1:-1]
    if not inner or cell[0] not in _OPENING_BRACKETS or cell[-1] not in _CLOSING_BRACKETS:
        return False
    return _BRACKETS.isdisjoint(inner)


_FIRST = f"(?<![0-9.{NUMERALS}])([0-9]{{1,6}}|[{NUMERALS}]{{1,4}})"
_SECOND = "零?([0-9]{1,2})"
_STEPS = (
    # 一天12小时 may as well be so much every day.
    ("天", "小时", f"(?!一天){_FIRST}天{_SECOND}个?小时", 24),
    ("小时", "分钟", f"{_FIRST}个?小时{_SECOND}分钟?(?!之[^内前])", 60),
    ("分", "秒", f"{_FIRST}分钟?{_SECOND}秒钟?", 60),
)
"""The larger unit, the smaller, both in one pattern, and how many of the smaller the larger has.

From the longest units to the shortest, so that 1小时20分30秒 goes through minutes.
"""


def in_one_unit(cell: str) -> str:
    """Return the folded ``cell`` with every length of time in two units written in the smaller.

    The numeral next to a final unit is written in figures already (:func:`spell_out`).
    """
    for larger, smaller, pattern, worth in _STEPS:
        if larger in cell and smaller[0] in cell:  # 分 is short for 分钟
            cell = re.sub(pattern, _joiner(worth, smaller), cell)
    return cell


def _joiner(worth: int, unit: str) -> Callable[[re.Match[str]], str]:
    def join(match: re.Match[str]) -> str:
        first = int(match[1]) if match[1].isdecimal() else numeral(match[1])
        return match[0] if first is None else f"{first * worth + int(match[2])}{unit}"

    return join


_REMEMBERED = 16384
# No value is longer; a whole report pasted into a cell is words, whatever figures it holds.
_LONGEST = 200

# The official notation, =100.00(%), needs none of the other rules.
_PLAIN = re.compile(r"([=≥≤><])?([0-9]{1,9}(?:\.[0-9]{1,6})?)(?:\(([^()0-9\s]{1,8})\)|(%))?")
# Words without any of these say no number.
_TELLING = frozenset(f"0123456789０１２３４５６７８９{GLYPHS}{NUMERALS}")
_SIGNS = {sign.value: sign for sign in Sign}


def parse(text: str | None) -> Value:
    """Read what somebody wrote as target or actual.  Takes any string and never raises."""
    if text is None:
        return Blank()
    return _parse(text) if len(text) > _LONGEST else _remembered(text)


def says_not_applicable(text: str | None) -> bool:
    """Tell whether :func:`parse` gives ``NotApplicable``, without reading what else it may be."""
    if text is None or len(text) > _LONGEST:
        return False
    return folded(text).upper() in vocabulary().not_applicable


@lru_cache(maxsize=_REMEMBERED)
def _remembered(text: str) -> Value:
    return _parse(text)


def _parse(text: str) -> Value:
    plain = _plain(text, text)
    if plain is not None:
        return plain
    cell = folded(text)
    if len(cell) > _LONGEST:
        return Qualitative(text, None, cell, figures=has_digit(cell))
    try:
        return _plain(text, cell) or _read(text, cell)
    except SignsDisagreeError:
        return Unreadable(text, Why.SIGNS_DISAGREE)


def _plain(text: str, cell: str) -> Quantity | None:
    """Read the official notation; most cells are written in it."""
    match = _PLAIN.fullmatch(cell)
    if match is None:
        return None
    sign, figure, bracketed, percent = match.groups()
    measured = known(percent or bracketed or "")
    if measured is None or bracketed == "年":
        return None
    return Quantity(text, _SIGNS.get(sign), Decimal(figure), measured)


def _read(text: str, cell: str) -> Value:
    if not cell:
        words = fold(text)
        return Qualitative(text, None, words) if words else Blank(text)
    if cell.upper() in vocabulary().not_applicable:
        return NotApplicable(text)
    if cell in vocabulary().grades:
        return Qualitative(text, vocabulary().grades[cell], cell)
    if _TELLING.isdisjoint(cell):
        return Qualitative(text, None, cell)
    spelled = in_one_unit(spell_out(cell))
    if not has_digit(spelled):
        return _without_figures(text, cell)
    return _with_figures(text, spelled) or Qualitative(text, None, cell, figures=True)


def _with_figures(text: str, cell: str) -> Value | None:
    value = _figures(text, cell)
    if isinstance(value, Quantity | Range | PointInTime) and not cell.startswith(value.label):
        # Words from behind the number moved into the label.  Where they then read differently
        # (31日百分之) the reading was chance.
        again = _figures(text, spell_out(tidy(fold(render(value)))))
        return value if again == value else None
    return value


def _figures(text: str, cell: str) -> Value | None:
    point = read_date(text, cell)
    if point is not None:
        return point
    why = malformed(cell)
    if why is not None:
        return Unreadable(text, why)
    return read_range(text, cell) or read_quantity(text, cell)


def _without_figures(text: str, cell: str) -> Value:
    """Read words; a sign that has only a unit behind it has lost its number."""
    if names_quarter(cell):
        return _with_figures(text, cell) or Qualitative(text, None, cell)
    rest = cell.lstrip(GLYPHS)
    run = cell[: len(cell) - len(rest)]
    if not run:
        return Qualitative(text, None, cell)
    glyph_sign(run)
    name = rest.strip("()")
    if not name or leading_unit(name) == name:
        return Unreadable(text, Why.SIGN_WITHOUT_NUMBER)
    return Qualitative(text, None, cell)
