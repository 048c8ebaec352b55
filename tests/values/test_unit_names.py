"""Units are found by looking names up where the plain pattern finds them."""

import re

from hypothesis import given

from generator.forms.values.numerals import ends_phrase
from generator.forms.values.units import leading_unit, unit_ends, unknown_unit
from generator.forms.values.vocabulary import vocabulary
from tests.glued import glued
from tests.values import plain

WORDS = vocabulary()
NAMES = [*WORDS.units, *WORDS.dimensions, *WORDS.aliases]
AROUND = ["/", "·", "*", "(", ",", "0", "5", "x", "m", "_", "²", "的", "三", "百", *WORDS.not_units]
BEHIND = [*WORDS.bounds, *WORDS.signs_after, *WORDS.approximate_after]

texts = glued(NAMES, ["/", "·"], list(WORDS.multipliers), AROUND, BEHIND)


@given(texts)
def test_the_leading_unit_is_that_of_the_plain_pattern(text: str) -> None:
    match = plain.leading_unit().match(text)
    assert leading_unit(text) == (match[1] if match else "")


@given(texts)
def test_a_unit_before_the_end_of_a_phrase(text: str) -> None:
    pattern = re.compile(plain.known_unit() + plain.phrase_end())
    found = any(ends_phrase(text, end) for end in unit_ends(text))
    assert found == bool(pattern.match(text))


@given(texts)
def test_a_phrase_ends_where_the_plain_pattern_ends_it(text: str) -> None:
    pattern = re.compile(plain.phrase_end())
    ends = [place for place in range(len(text) + 1) if pattern.match(text, place)]
    assert [place for place in range(len(text) + 1) if ends_phrase(text, place)] == ends


@given(glued(NAMES, AROUND, "abZ2٣尾日", most=4))
def test_what_may_be_an_unknown_unit(text: str) -> None:
    word = r"(?:[A-Za-z]+|[^\W\d_A-Za-z零〇一二两三四五六七八九十]+)"
    begins = (*WORDS.not_units, *WORDS.bounds)
    may_be = len(text) <= 8 and re.fullmatch(f"{word}(?:/{word})*", text)
    assert unknown_unit(text) == bool(may_be and not text.startswith(begins))
