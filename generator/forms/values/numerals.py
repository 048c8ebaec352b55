"""Chinese numerals, read only where a number stands: 三十日, 百分之九十五, 九成.

Words such as 一网通办 or 一次性 hold the same characters.  So a numeral counts only directly before
a known unit that ends the phrase, and fixed words are excepted by the vocabulary.
"""

import re
from functools import cache

from generator.forms.values.patterns import any_of
from generator.forms.values.units import known_unit
from generator.forms.values.vocabulary import vocabulary

NUMERALS = "零〇一二两三四五六七八九十百千万亿"
_DIGITS = {"〇": 0} | {digit: n for n, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}

_HAS_NUMERAL = re.compile(f"[{NUMERALS}]")
_ALL_NUMERAL = re.compile(f"[零〇一二两三四五六七八九十][{NUMERALS}]*")


def spell_out(cell: str) -> str:
    """Return the folded cell with the numerals at the place of a number written in figures."""
    if not _HAS_NUMERAL.search(cell):
        return cell
    if _ALL_NUMERAL.fullmatch(cell) and numeral(cell) is not None:
        return str(numeral(cell))
    cell = cell.replace("百分百", "100%")
    cell = _fraction_pattern().sub(_fraction, cell)
    cell = _tenths_pattern().sub(_tenths, cell)
    return _counted_pattern().sub(_counted, cell)


def numeral(text: str) -> int | None:
    """Return the number a Chinese numeral writes, or None where it is not well formed.

    Year style (二〇二四) is read for four digits; other strings of bare digits (三五) are not.
    """
    if len(text) == 4 and all(glyph in _DIGITS for glyph in text):
        return int("".join(str(_DIGITS[glyph]) for glyph in text))
    total = section = digit = 0
    fresh = True
    for glyph in text:
        if glyph in _DIGITS:
            if not fresh:
                return None
            digit, fresh = _DIGITS[glyph], glyph in "零〇"
        elif glyph in _PLACES:
            section += (digit or 1) * _PLACES[glyph]
            digit, fresh = 0, True
        else:
            total = (total + section + digit) * _MYRIADS[glyph] or _MYRIADS[glyph]
            section, digit, fresh = 0, 0, True
    return total + section + digit


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
    digits = "一二三四五六七八九"
    return re.compile(f"(?<![{NUMERALS}0-9.])([1-9{digits}])成([{digits}]?){_phrase_end()}")


def _tenths(match: re.Match[str]) -> str:
    tens, ones = (str(_DIGITS.get(glyph, glyph)) for glyph in match.groups(default=""))
    return f"{tens}{ones or 0}%"


@cache
def _counted_pattern() -> re.Pattern[str]:
    # 一人一档, 一户一策: one for each; 一周一次 and the like say how often.
    each = f"(?<![{NUMERALS}])一[^年月周天日季{NUMERALS}]一[^次场期回遍{NUMERALS}]"
    fixed = f"{any_of(vocabulary().not_numerals)}|第[{NUMERALS}]+|{each}"
    # Not within a figure (43万, 10余万) nor after a vague number (数十人, 几百次).
    start = f"(?<![0-9.{NUMERALS}余多数几])(?P<numeral>[零〇一二两三四五六七八九十][{NUMERALS}]*)"
    counted = f"(?P<half>个半)?(?={known_unit()}{_phrase_end()})"
    span = f"(?=[至到~-][{NUMERALS}]+{known_unit()}{_phrase_end()})"
    date = f"(?<=[{NUMERALS}]{{4}})(?=年)|(?=[月日号])"
    return re.compile(f"{fixed}|{start}(?:{counted}|{span}|{date})")


@cache
def _phrase_end() -> str:
    words = vocabulary()
    tails = any_of(words.signs_after, words.approximate_after, words.bounds)
    return rf"(?=$|[,;。、()~/-]|{tails})"


def _counted(match: re.Match[str]) -> str:
    text = match["numeral"]
    if text is None:
        return match[0]
    # 五十万元 keeps its multiplier: the unit is 万元.
    stem = text.rstrip("万亿") if numeral(text.rstrip("万亿")) else text
    value = numeral(stem) if stem else None
    if value is None:
        return match[0]
    half = ".5" if match["half"] else ""
    return f"{value}{half}{text[len(stem) :]}"
