"""What holds for every value: it prints and parses back, and no text stops the parser."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from generator.forms.values import Quantity, Range, Unreadable, Value, parse, render, unit

from .strategies import cell_texts, numbers, quantities, values


@given(values)
def test_every_reading_prints_and_parses_back(value: Value) -> None:
    assert parse(render(value)) == value


@given(st.text())
def test_any_text_is_read_without_error(text: str) -> None:
    value = parse(text)
    assert value.text == text
    assert parse(render(value)) == value


@given(cell_texts)
def test_any_cell_is_read_and_its_reading_prints_and_parses_back(text: str) -> None:
    value = parse(text)
    assert value.text == text
    assert parse(render(value)) == value


@given(quantities())
def test_full_width_glyphs_change_nothing(value: Quantity) -> None:
    text = render(value)
    wide = "".join(chr(ord(glyph) + 0xFEE0) if "!" <= glyph <= "~" else glyph for glyph in text)
    assert parse(wide) == value


@given(quantities(), st.data())
def test_a_blank_changes_nothing_unless_it_splits_the_number(
    value: Quantity, data: st.DataObject
) -> None:
    text = render(value)
    place = data.draw(st.integers(1, len(text) - 1)) if len(text) > 1 else 0
    read = parse(f"{text[:place]} {text[place:]}")
    if place and {text[place - 1], text[place]} <= set("0123456789."):
        assert isinstance(read, Unreadable)
    else:
        assert read == value


@given(st.integers(0, 10**15 - 1))
def test_separators_in_groups_of_three_change_nothing(number: int) -> None:
    value = parse(f"{number:,}元")
    assert isinstance(value, Quantity)
    assert value.number == number


@given(st.integers(10**15, 10**30))
def test_more_digits_than_a_spreadsheet_keeps_are_refused(number: int) -> None:
    assert isinstance(parse(str(number)), Unreadable)


@given(numbers, st.sampled_from(["百", "千", "万", "百万", "亿"]))
def test_multipliers_only_scale(number: Decimal, multiplier: str) -> None:
    many = unit(f"{multiplier}人次")
    assert many.base == "人次"
    assert (
        many.factor == {"百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "亿": 10**8}[multiplier]
    )


@given(st.integers(1, 99_999))
def test_numerals_in_characters_mean_their_figures(number: int) -> None:
    value = parse(f"不少于{in_characters(number)}人")
    assert isinstance(value, Quantity)
    assert value.number * value.unit.factor == number


@given(cell_texts)
def test_two_numbers_never_become_one(text: str) -> None:
    cell = f"市区2小时，{text}郊区4小时"
    assert not isinstance(parse(cell), Quantity | Range)


def in_characters(number: int) -> str:
    """Write a number below 100,000 as people do: 105 is 一百零五."""
    digits = "零一二三四五六七八九"
    text = ""
    for power, place in ((4, "万"), (3, "千"), (2, "百"), (1, "十"), (0, "")):
        digit = number // 10**power % 10
        if digit:
            text += digits[digit] + place
        elif text and not text.endswith("零"):
            text += "零"
    return text.rstrip("零")
