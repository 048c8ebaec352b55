"""Numerals are written in figures where the plain pattern finds one that counts."""

import re

from hypothesis import given

from generator.forms.values.numerals import (
    FIRST_NUMERALS,
    NUMERALS,
    count_in_figures,
    ends_in_number,
    numeral,
    spell_out,
)
from generator.forms.values.parse import in_one_unit
from generator.forms.values.vocabulary import vocabulary
from tests.glued import glued
from tests.values import plain

WORDS = vocabulary()
UNITS = [
    "个",
    "人",
    "天",
    "年",
    "个月",
    "小时",
    "分钟",
    "秒",
    "次",
    "元",
    "月",
    "日",
    "号",
    "百分点",
]
AROUND = [
    "第",
    "数",
    "余",
    "至",
    "-",
    "个半",
    "年",
    "周",
    "户",
    "策",
    "5",
    ".",
    "成",
    "内",
    "网",
    ",",
]
FRACTION = f"({'|'.join(WORDS.fractions)})([0-9.]+|[{NUMERALS}]+)"
ONES = "一二三四五六七八九"
TENTHS = f"(?<![{NUMERALS}0-9.])([1-9{ONES}])成([{ONES}]?){plain.phrase_end()}"

texts = glued(NUMERALS, NUMERALS, UNITS, AROUND, WORDS.not_numerals, WORDS.bounds, most=9)


@given(texts)
def test_what_counts_is_what_the_plain_pattern_finds(cell: str) -> None:
    assert count_in_figures(cell) == plain.counted().sub(in_figures, cell)


@given(glued(NUMERALS, UNITS, AROUND, WORDS.fractions, ["百分百", "九成", "5成", "成五"]))
def test_shares_and_tenths_are_found_by_the_plain_patterns(cell: str) -> None:
    numerals = re.fullmatch(f"[{FIRST_NUMERALS}][{NUMERALS}]*", cell)
    if numerals and numeral(cell) is not None:
        assert spell_out(cell) == str(numeral(cell))
    elif re.search(f"[{NUMERALS}]", cell):
        shares = re.sub(FRACTION, in_percent, cell.replace("百分百", "100%"))
        assert spell_out(cell) == count_in_figures(re.sub(TENTHS, in_tens, shares))
    else:
        assert spell_out(cell) == cell


@given(glued(NUMERALS, UNITS, ["第", "5", "人次", "户", "分"]))
def test_a_text_ends_in_a_number_where_the_plain_pattern_does(text: str) -> None:
    units = ("年", "个月", "周", "天", "小时", "分", "分钟", "秒", "个", "人", "户", "人次")
    for glyphs in (NUMERALS, f"{NUMERALS}0123456789"):
        pattern = f"(?<![第{glyphs}])[{glyphs}]+(?:{'|'.join(units)})$"
        assert ends_in_number(text, units, glyphs) == bool(re.search(pattern, text))


@given(
    glued(
        "0123456789零两二十.",
        ["天", "小时", "个小时", "分", "分钟", "秒", "秒钟", "之", "内", "一天"],
    )
)
def test_lengths_of_time_are_found_by_the_plain_patterns(cell: str) -> None:
    first = f"(?<![0-9.{NUMERALS}])([0-9]{{1,6}}|[{NUMERALS}]{{1,4}})"
    expected = cell
    for pattern, worth, unit in (
        (f"(?!一天){first}天零?([0-9]{{1,2}})个?小时", 24, "小时"),
        (f"{first}个?小时零?([0-9]{{1,2}})分钟?(?!之[^内前])", 60, "分钟"),
        (f"{first}分钟?零?([0-9]{{1,2}})秒钟?", 60, "秒"),
    ):
        expected = re.sub(pattern, lambda match, w=worth, u=unit: joined(match, w, u), expected)
    assert in_one_unit(cell) == expected


def in_figures(match: re.Match[str]) -> str:
    text = match["numeral"]
    if text is None:
        return match[0]
    stem = text.rstrip("万亿") if numeral(text.rstrip("万亿")) else text
    value = numeral(stem)
    if value is None:
        return match[0]
    return f"{value}{'.5' if match['half'] else ''}{text[len(stem) :]}"


def in_percent(match: re.Match[str]) -> str:
    head, figure = match.groups()
    value = numeral(figure) if figure[0] in NUMERALS else figure
    return match[0] if value is None else f"{value}{WORDS.fractions[head]}"


def in_tens(match: re.Match[str]) -> str:
    tens, ones = (numeral(glyph) if glyph in NUMERALS else glyph for glyph in match.groups())
    return f"{tens}{ones or 0}%"


def joined(match: re.Match[str], worth: int, unit: str) -> str:
    first = int(match[1]) if match[1].isdecimal() else numeral(match[1])
    return match[0] if first is None else f"{first * worth + int(match[2])}{unit}"
