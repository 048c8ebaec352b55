"""Texts glued from words, in which what is looked for stands beside what only looks like it."""

from collections.abc import Collection

from hypothesis import strategies as st


def glued(*lists: Collection[str], most: int = 6) -> st.SearchStrategy[str]:
    """Return texts of at most so many words, each from any of the lists."""
    any_word = st.one_of(st.sampled_from(sorted(words)) for words in lists)
    return st.lists(any_word, max_size=most).map("".join)
