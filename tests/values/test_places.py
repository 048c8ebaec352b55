"""Dates, ranges and faults are found where the plain patterns find them."""

import re

from hypothesis import given

from generator.forms.values import Why, dates, figures, glyphs, quantities, ranges
from generator.forms.values.dates import find_date, names_quarter
from generator.forms.values.figures import NUMBER
from generator.forms.values.parse import tidy
from generator.forms.values.vocabulary import vocabulary
from tests.glued import glued
from tests.values import plain
from tests.values.strategies import CELL_ALPHABET, UNITS

WORDS = vocabulary()
DATES = [
    "2024",
    "1998",
    "2100",
    "年",
    "月",
    "日",
    "号",
    "季度",
    "第",
    "一",
    "4",
    "12",
    "31",
    "-",
    "/",
    ".",
]
FIGURES = ["1", "05", "12.5", "1,234", "1,2", ".", ",", " ", "O", "l", "123456789", "人", "的", "x"]


@given(glued(DATES, DATES, WORDS.date_parts, WORDS.bounds, most=8))
def test_a_date_is_that_of_the_plain_pattern(cell: str) -> None:
    expected, found = plain.date().search(cell), find_date(cell)
    assert (found.span() if found else None) == (expected.span("date") if expected else None)
    if expected:
        behind = expected["part"] or "", expected["bound"] or ""
        assert dates._behind(cell, expected.end("date")) == behind
    assert names_quarter(cell) == bool(re.search("[一二三四]季度", cell))


@given(glued(FIGURES, UNITS[1:], ["~", "至", "到", "-", "--", "/"], WORDS.multipliers))
def test_a_range_is_that_of_the_plain_pattern(cell: str) -> None:
    unit = f"(?P<unit>{plain.known_unit()})?"
    low, high = f"(?P<low>-?(?!0[0-9]){NUMBER})", f"(?P<high>{NUMBER})"
    match = re.search(f"(?<![0-9]){low}{unit}(?:[~至到]|-{{1,2}}){high}(?![0-9])", cell)
    ends = ranges._ends(cell)
    if match is None or re.search("[0-9]", cell[: match.start()]):
        assert ends is None
    else:
        low_, high_ = match["low"], match["high"]
        assert ends == (low_, match["unit"] or "", high_, *match.span())


@given(glued(FIGURES, most=7))
def test_a_fault_is_that_of_the_plain_patterns(cell: str) -> None:
    single = re.sub(figures._LISTED, "", cell)
    faults = [why for _, pattern, why in figures._FAULTS if re.search(pattern, single)]
    long = (re.sub("[.,]", "", match[0]) for match in re.finditer(figures._LONG, cell))
    if any(len(digits.lstrip("0")) > 15 for digits in long):
        faults.append(Why.TOO_MANY_DIGITS)
    assert figures.malformed(cell) == (faults[0] if faults else None)
    assert figures.has_digit(cell) == bool(re.search("[0-9]", cell))


@given(glued(CELL_ALPHABET, " \n\t\u3000\u2028\x1c", ["１", "Ａ", "【", "\u200b"], most=10))
def test_blanks_are_dropped_as_the_plain_patterns_drop_them(text: str) -> None:
    narrow = text.translate(glyphs._TABLE)
    inside = re.sub(r"(?<![0-9.,])\s+|\s+(?![0-9.,])", "", narrow)
    assert glyphs.fold(text) == re.sub(r"\s+", " ", inside)


@given(glued("()“”\"‘’'「」。;,、. 完成5", ["2024(年)", "2024.0(年)", "(含)"], WORDS.inclusive))
def test_brackets_are_dropped_as_the_plain_patterns_drop_them(cell: str) -> None:
    bare = cell
    if "(" in bare:
        for note in WORDS.inclusive:
            bare = bare.replace(note, "")
        bare = re.sub(r"((?:19|20)[0-9]{2})(?:\.0+)?\(年\)", r"\1年", bare).rstrip("。;,、. ")
    wrapped = re.fullmatch(r"[(“\"‘'「]([^()“”\"‘’'「」]+)[)”\"’'」]", bare)
    assert tidy(cell) == (wrapped[1].rstrip("。;,、. ") if wrapped else bare)


@given(glued('人a5²_(“"「《、-）的½٣', most=1))
def test_what_may_follow_a_number(text: str) -> None:
    allowed = bool(re.match(r"[^\W\d_]|[(“\"「《、]", text))
    assert bool(text and quantities._may_follow(text[0])) == allowed
