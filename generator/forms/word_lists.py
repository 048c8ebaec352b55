"""Lists of words in data files (``templates/vocabularies/*.yaml``), and patterns made of them."""

import re
from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

Word = Annotated[str, Field(min_length=1)]
Words = Annotated[tuple[Word, ...], Field(min_length=1)]


def alternatives(words: Iterable[str]) -> str:
    """Return the text of a pattern for any of the words, to be put into a larger one."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, ordered))
