"""The grammar of values as plain regular expressions: slow to make, and easy to compare with."""

import re
from functools import cache

from generator.forms.values.figures import any_of
from generator.forms.values.numerals import FIRST_NUMERALS, NUMERALS
from generator.forms.values.vocabulary import vocabulary


@cache
def known_unit() -> str:
    words = vocabulary()
    known = any_of(words.units, words.dimensions, words.aliases)
    multiplier = any_of(words.multipliers)
    simple = f"(?:{known}|(?:{multiplier})/?(?:{known})|(?:{multiplier}))"
    return f"(?:{simple}(?:[/·](?:{known}))*)(?<![A-Za-z](?=[A-Za-z]))"


@cache
def phrase_end() -> str:
    words = vocabulary()
    tails = any_of(words.signs_after, words.approximate_after, words.bounds)
    return rf"(?=$|[,;。、()~/-]|{tails})"


@cache
def leading_unit() -> re.Pattern[str]:
    return re.compile(f"(?!{any_of(vocabulary().not_units)})({known_unit()})(?![/*])")


@cache
def idiom() -> str:
    each = f"(?<![{NUMERALS}])一[^年月周天日季{NUMERALS}]一[^次场期回遍{NUMERALS}]"
    return f"{any_of(vocabulary().not_numerals)}|第[{NUMERALS}]+|{each}"


@cache
def counted() -> re.Pattern[str]:
    start = f"(?<![0-9.{NUMERALS}余多数几])(?P<numeral>[{FIRST_NUMERALS}][{NUMERALS}]*)"
    unit = f"(?P<half>个半)?(?={known_unit()}{phrase_end()})"
    span = f"(?=[至到~-][{NUMERALS}]+{known_unit()}{phrase_end()})"
    date = f"(?<=[{NUMERALS}]{{4}})(?=年)|(?=[月日号])"
    return re.compile(f"{idiom()}|{start}(?:{unit}|{span}|{date})")


@cache
def date() -> re.Pattern[str]:
    words = vocabulary()
    bounds = any_of(words.bounds)
    year, day = "(?:19|20)[0-9]{2}|2100", "[0-9]{1,2}"
    quarter = "第?[1-4一二三四]季度"
    written = f"(?:{year})年度?(?:[0-9]{{1,2}}月份?(?:(?:{day})[日号])?|{quarter})?"
    figures = (
        f"(?:{year})(?:(?P<mark>[-/.])[0-9]{{1,2}}(?P=mark){day}日?"
        f"|[-/](?:0?[1-9]|1[0-2])(?=$|{bounds}|底))"
    )
    yearless = (
        f"(?:0?[1-9]|1[0-2])月份?(?:{day}[日号])?|(?:[12]?[0-9]|3[01])[日号](?=之?前)"
        f"|{quarter}|(?:0?[1-9]|1[0-2])\\.{day}(?=之?前)"
    )
    part = f"(?P<part>{any_of(words.date_parts)})?(?P<bound>{bounds})?"
    return re.compile(f"(?<![0-9.,/-])(?P<date>{written}|{figures}|{yearless}){part}")
