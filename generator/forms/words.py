"""Words of a list found in texts by looking them up, and patterns made of them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import cached_property
from typing import Annotated

from pydantic import Field


class WordFinder:
    """Finds the words of some lists; of several that begin at one place the longest counts."""

    def __init__(self, *lists: Iterable[str]) -> None:
        self._words = frozenset(word for words in lists for word in words)

    @cached_property
    def _by_first(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in sorted(self._words, key=len, reverse=True):
            found.setdefault(word[0], []).append(word)
        return found

    @cached_property
    def _lengths(self) -> list[int]:
        return sorted(set(map(len, self._words)), reverse=True)

    def ends(self, text: str, start: int = 0) -> Iterator[int]:
        """Yield where the words end that begin at a place, the longest first."""
        for word in self._by_first.get(text[start : start + 1], ()):
            if text.startswith(word, start):
                yield start + len(word)

    def end(self, text: str, start: int = 0) -> int | None:
        """Return where the longest word ends that begins at a place, None for none."""
        for word in self._by_first.get(text[start : start + 1], ()):
            if text.startswith(word, start):
                return start + len(word)
        return None

    def begins(self, text: str, start: int = 0) -> bool:
        """Tell whether any of the words begins at a place."""
        return self.end(text, start) is not None

    def begins_near(self, text: str, start: int, reach: int, stops: Set[str]) -> bool:
        """Tell whether one begins at a place or at most ``reach`` behind it, no stop before it."""
        for at in range(start, min(start + reach, len(text)) + 1):
            if self.begins(text, at):
                return True
            if text[at : at + 1] in stops:
                return False
        return False

    def last(self, text: str) -> str:
        """Return the longest word a text ends with, "" for none."""
        for length in self._lengths:
            if text[-length:] in self._words:
                return text[-length:]
        return ""

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield from where to where the words of a text go, from left to right, none twice."""
        behind = 0
        for start in self._places(text):
            end = self.end(text, start) if start >= behind else None
            if end is not None:
                yield start, end
                behind = end

    def all_ends(self, text: str) -> Iterator[int]:
        """Yield where each word of a text ends, those within others too."""
        for start in self._places(text):
            yield from self.ends(text, start)

    def _places(self, text: str) -> Iterator[int]:
        if self.is_in(text):
            for place, glyph in enumerate(text):
                if glyph in self._by_first:
                    yield place

    def first(self, text: str) -> tuple[int, int] | None:
        """Return from where to where the first word of a text goes, None for none."""
        return next(self.spans(text), None)

    def is_in(self, text: str) -> bool:
        """Tell whether any of the words stands in a text."""
        return any(map(text.__contains__, self._words))

    def removed_from(self, text: str) -> str:
        """Return a text without its words."""
        return self.replaced_in(text, lambda _: "")

    def replaced_in(self, text: str, becomes: Callable[[str], str]) -> str:
        """Return a text with each of its words replaced by what becomes of it."""
        parts: list[str] = []
        at = 0
        for start, end in self.spans(text):
            parts += text[at:start], becomes(text[start:end])
            at = end
        return "".join(parts) + text[at:]

    def make_up(self, text: str) -> bool:
        """Tell whether a text is put together from the words alone.

        Each place takes the longest word and never another: no text makes it slow.
        """
        at: int | None = 0
        while at is not None and at < len(text):
            at = self.end(text, at)
        return at is not None and bool(text)


Word = Annotated[str, Field(min_length=1)]
Words = Annotated[tuple[Word, ...], Field(min_length=1)]


def alternatives(words: Iterable[str]) -> str:
    """Return the text of a pattern for any of the words, to be put into a larger one."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, ordered))
