"""Lists of words in data files (``templates/vocabularies/*.yaml``), and patterns made of them."""

import re
from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

Word = Annotated[str, Field(min_length=1)]
Words = Annotated[tuple[Word, ...], Field(min_length=1)]


def any_word(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of the words, the longest first."""
    return re.compile(alternatives(words))


def alternatives(words: Iterable[str]) -> str:
    """Return the text of a pattern for any of the words, to be put into a larger one."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, ordered))


def nothing_but(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for a whole text that is put together from these words alone.

    Each place takes the longest word and never another: no text makes it slow.
    """
    return re.compile(f"(?>{alternatives(words)})++")
