"""Numerals written in figures where a number stands: 三十日, 百分之九十五, 九成."""

import re
from functools import cache

from generator.forms.values.counted import count_in_figures
from generator.forms.values.numerals import DIGITS, FIRST_NUMERALS, NUMERALS, numeral
from generator.forms.values.patterns import any_of
from generator.forms.values.phrases import phrase_end
from generator.forms.values.vocabulary import vocabulary
from generator.forms.word_finder import WordFinder

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
