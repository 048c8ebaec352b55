"""A finder finds what a pattern of all its words finds, the longest first."""

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.forms.words import WordFinder, alternatives

word_lists = st.sets(st.text("一二.", min_size=1, max_size=3), min_size=1, max_size=8)
texts = st.text("一二.，", max_size=10)


@given(word_lists, texts)
def test_words_are_found_where_the_pattern_finds_them(words: set[str], text: str) -> None:
    finder, pattern = WordFinder(words), re.compile(alternatives(words))
    spans = [match.span() for match in pattern.finditer(text)]
    assert list(finder.spans(text)) == spans
    assert finder.first(text) == (spans[0] if spans else None)
    assert finder.is_in(text) == bool(spans)


@given(word_lists, texts, st.integers(0, 10))
def test_at_each_place_the_longest_goes_first(words: set[str], text: str, start: int) -> None:
    finder, match = WordFinder(words), re.compile(alternatives(words)).match(text, start)
    ends = {start + length for length in (1, 2, 3) if text[start : start + length] in words}
    assert list(finder.ends(text, start)) == sorted(ends & set(range(len(text) + 1)))[::-1]
    assert finder.end(text, start) == (match.end() if match else None)
    assert finder.begins(text, start) == bool(match)


@given(word_lists, texts)
def test_all_ends_are_those_of_every_place(words: set[str], text: str) -> None:
    finder = WordFinder(words)
    assert list(finder.all_ends(text)) == [
        end for start in range(len(text)) for end in finder.ends(text, start)
    ]


@given(word_lists, texts)
def test_the_last_word_is_the_longest_at_the_end(words: set[str], text: str) -> None:
    match = re.search(f"(?:{alternatives(words)})$", text)
    assert WordFinder(words).last(text) == (match[0] if match else "")


@given(word_lists, word_lists, texts)
def test_words_are_replaced_as_the_pattern_replaces_them(
    some: set[str], more: set[str], text: str
) -> None:
    finder, pattern = WordFinder(some, more), re.compile(alternatives(some | more))
    assert finder.removed_from(text) == pattern.sub("", text)
    assert finder.replaced_in(text, "<{}>".format) == pattern.sub(r"<\g<0>>", text)


@given(word_lists, texts)
def test_a_text_of_nothing_but_words(words: set[str], text: str) -> None:
    pattern = re.compile(f"(?>{alternatives(words)})++")
    assert WordFinder(words).make_up(text) == bool(pattern.fullmatch(text))


@given(word_lists, texts, st.integers(0, 10), st.integers(0, 4))
def test_a_word_near_a_place(words: set[str], text: str, start: int, reach: int) -> None:
    pattern = re.compile(f"[^，]{{0,{reach}}}(?:{alternatives(words)})")
    near = WordFinder(words).begins_near(text, start, reach, frozenset("，"))
    assert near == bool(pattern.match(text, start))


def test_commonplaces_make_up_a_text() -> None:
    finder = WordFinder(["不断", "提升"])
    assert finder.make_up("不断提升")
    assert not finder.make_up("不断提升效率")
