"""Chinese numerals: the numbers they write (三十, 五百万), what they count (三至五天), and words in
which they count nothing (一次性).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.forms.values.figures import any_of
from generator.forms.values.units import unit_ends
from generator.forms.values.vocabulary import vocabulary
from generator.forms.words import WordFinder

NUMERALS = "零〇一二两三四五六七八九十百千万亿"
FIRST_NUMERALS = "零〇一二两三四五六七八九十"
"""What a numeral may begin with: 百 and 万 are more often parts of words."""
DIGITS = {"〇": 0} | {digit: n for n, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}


def numeral(text: str) -> int | None:
    """Return the number a Chinese numeral writes, or None where it is not well formed.

    Year style (二〇二四) is read for four digits; other strings of bare digits (三五) are not.
    """
    if len(text) == 4 and all(glyph in DIGITS for glyph in text):
        return int("".join(str(DIGITS[glyph]) for glyph in text))
    total = section = digit = 0
    fresh = True
    for glyph in text:
        if glyph in DIGITS:
            if not fresh:
                return None
            digit, fresh = DIGITS[glyph], glyph in "零〇"
        elif glyph in _PLACES:
            section += (digit or 1) * _PLACES[glyph]
            digit, fresh = 0, True
        else:
            total = (total + section + digit) * _MYRIADS[glyph] or _MYRIADS[glyph]
            section, digit, fresh = 0, 0, True
    return total + section + digit


def numeral_end(text: str, start: int) -> int:
    """Return where the numerals end that begin at a place; the place itself where none do."""
    end = start
    while end < len(text) and text[end] in NUMERALS:
        end += 1
    return end


def ends_in_number(text: str, counted: tuple[str, ...], glyphs: str = NUMERALS) -> bool:
    """Tell whether a text ends in so many of what is counted, not in which: 二次, no 第二次."""
    if not text.endswith(counted):
        return False
    for unit in counted:
        words = text.removesuffix(unit)
        before = words.rstrip(glyphs)
        if words != text and before != words and not before.endswith("第"):
            return True
    return False


_ORDINAL = "第"
_ONE = "一"
_EACH = 4  # characters: 一人一档, 一户一策
# 一周一次 and the like say how often, and numerals go on.
_PERIODS = frozenset(f"年月周天日季{NUMERALS}")
_TIMES = frozenset(f"次场期回遍{NUMERALS}")


def idiom_end(cell: str, at: int) -> int | None:
    """Return where the word ends that begins at a place and counts nothing, None for none."""
    end = _words().end(cell, at)
    if end is not None:
        return end
    if cell.startswith(_ORDINAL, at):
        end = numeral_end(cell, at + 1)
        return end if end > at + 1 else None
    return at + _EACH if _is_one_for_each(cell, at) else None


def _is_one_for_each(cell: str, at: int) -> bool:
    word = cell[at : at + _EACH]
    if len(word) < _EACH or not word[0] == word[2] == _ONE:
        return False
    goes_on = at > 0 and cell[at - 1] in NUMERALS
    return not goes_on and word[1] not in _PERIODS and word[3] not in _TIMES


@cache
def _words() -> WordFinder:
    return WordFinder(vocabulary().not_numerals)


_MARKS = ",;。、()~/-"


def ends_phrase(cell: str, at: int) -> bool:
    """Tell whether a phrase of the folded cell ends at a place."""
    return at == len(cell) or cell[at] in _MARKS or cell.startswith(_words_behind(), at)


def phrase_end() -> str:
    """Return the same as a pattern."""
    return rf"(?=$|[{_MARKS}]|{any_of(_words_behind())})"


@cache
def _words_behind() -> tuple[str, ...]:
    words = vocabulary()
    return (*words.signs_after, *words.approximate_after, *words.bounds)


_HALF = "个半"
# Not within a figure (43万, 10余万) nor after a vague number (数十人, 几百次).
_NO_START_BEHIND = frozenset(f"0123456789.{NUMERALS}余多数几")
_BETWEEN = ("至", "到", "~", "-")
_DATE_UNITS = ("月", "日", "号")
_YEAR = 4  # numerals: 二〇二四年


class Counted(NamedTuple):
    """A numeral that counts: where it ends, and how it is written in figures."""

    end: int
    figures: str


def count_in_figures(cell: str) -> str:
    """Return the folded cell with the numerals that count something written in figures."""
    counted = dict(_all_counted(cell))
    if not counted:
        return cell
    parts, at = [], 0
    while at < len(cell):
        idiom = idiom_end(cell, at)
        end = idiom or at + 1
        written = cell[at:end]
        if idiom is None and at in counted:
            end, written = counted[at]
        parts.append(written)
        at = end
    return "".join(parts)


def _all_counted(cell: str) -> Iterator[tuple[int, Counted]]:
    """Yield the numerals that count by where they begin, those within idioms too."""
    for start, glyph in enumerate(cell):
        if glyph in FIRST_NUMERALS and (not start or cell[start - 1] not in _NO_START_BEHIND):
            counted = _longest_counted(cell, start)
            if counted is not None:
                yield start, counted


def _longest_counted(cell: str, start: int) -> Counted | None:
    """Return what counts of a run of numerals: of 三百 only 三 before the unit 百."""
    for stop in range(numeral_end(cell, start), start, -1):
        if cell.startswith(_HALF, stop) and _is_before_unit(cell, stop + len(_HALF)):
            return _in_figures(cell, start, stop, _HALF)
        if _is_before_unit(cell, stop) or _is_low_end(cell, stop) or _is_date(cell, start, stop):
            return _in_figures(cell, start, stop)
    return None


def _in_figures(cell: str, start: int, stop: int, half: str = "") -> Counted:
    text = cell[start:stop]
    # 五十万元 keeps its multiplier: the unit is 万元.
    stem = text.rstrip("万亿") if numeral(text.rstrip("万亿")) else text
    value = numeral(stem)
    point = ".5" if half else ""
    figures = text + half if value is None else f"{value}{point}{text[len(stem) :]}"
    return Counted(stop + len(half), figures)


def _is_before_unit(cell: str, at: int) -> bool:
    return any(ends_phrase(cell, end) for end in unit_ends(cell, at))


def _is_low_end(cell: str, at: int) -> bool:
    """Tell whether the numeral goes on to another one before a unit: 三至五天."""
    if not cell.startswith(_BETWEEN, at):
        return False
    ends = range(numeral_end(cell, at + 1), at + 1, -1)
    return any(_is_before_unit(cell, end) for end in ends)


def _is_date(cell: str, start: int, end: int) -> bool:
    is_year = end - start >= _YEAR and cell.startswith("年", end)
    return is_year or cell.startswith(_DATE_UNITS, end)


_ALL_NUMERALS = frozenset(NUMERALS)
_ONES = "一二三四五六七八九"
_TENTHS = WordFinder(f"{digit}成" for digit in f"123456789{_ONES}")


def spell_out(cell: str) -> str:
    """Return the folded cell with the numerals at the place of a number written in figures."""
    if _ALL_NUMERALS.isdisjoint(cell):
        return cell
    if _ALL_NUMERALS.issuperset(cell) and cell[0] in FIRST_NUMERALS and numeral(cell) is not None:
        return str(numeral(cell))
    cell = cell.replace("百分百", "100%")
    if any(words in cell for words in vocabulary().fractions):
        cell = _fraction_pattern().sub(_fraction, cell)
    if _TENTHS.is_in(cell):
        cell = _tenths_pattern().sub(_tenths, cell)
    return count_in_figures(cell)


@cache
def _fraction_pattern() -> re.Pattern[str]:
    return re.compile(f"({any_of(vocabulary().fractions)})([0-9.]+|[{NUMERALS}]+)")


def _fraction(match: re.Match[str]) -> str:
    head, figure = match.groups()
    if figure[0] in NUMERALS:
        value = numeral(figure)
        if value is None:
            return match[0]
        figure = str(value)
    return f"{figure}{vocabulary().fractions[head]}"


@cache
def _tenths_pattern() -> re.Pattern[str]:
    return re.compile(f"(?<![{NUMERALS}0-9.])([1-9{_ONES}])成([{_ONES}]?){phrase_end()}")


def _tenths(match: re.Match[str]) -> str:
    tens, ones = (str(DIGITS.get(glyph, glyph)) for glyph in match.groups(default=""))
    return f"{tens}{ones or 0}%"
