"""A goal or a result as plain prose: half width, no markup, no blanks; clauses and sentences."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache

from msgspec import Struct

from generator.forms.values.glyphs import fold

# Patterns are made when a text first needs them: many a form does without.
_MARKUP = r"<[^<>]{0,80}>|&nbsp;|\*\*"
_LINES = r"[\s。]*\n[\s。]*"
# A comma between groups of digits ends no clause.
_CLAUSE_END = r"[;:!?()]|。|,(?![0-9]{3}(?![0-9]))|(?<![0-9]),"
_LIST_MARK = r"^(?:[0-9]{1,2}[、.](?![0-9])|[、,])+"
_CHINESE = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）"}
_ASCII = r"[;()]|(?<![0-9])[,:]|[,:](?![0-9])"
_NEAR = 120  # characters
_SENTENCE_END = "。"
_SENTENCE_ENDS = str.maketrans(dict.fromkeys(";!?", _SENTENCE_END))


class Prose(Struct, frozen=True, dict=True):
    """A text of a form: ``text`` folded, and where its clauses and sentences end."""

    text: str

    @cached_property
    def _clause_ends(self) -> list[int]:
        return [match.start() for match in re.finditer(_CLAUSE_END, self.text)]

    @cached_property
    def _sentence_ends(self) -> list[int]:
        ended = self.text.translate(_SENTENCE_ENDS)
        return [at for at, glyph in enumerate(ended) if glyph == _SENTENCE_END]

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Return from where to where the clause around a stretch of the text goes.

        Of a clause without end only what stands near.
        """
        first, last = _around(self._clause_ends, start, end, len(self.text))
        return max(first, start - _NEAR), min(last, end + _NEAR)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return from where to where the sentence around a stretch of the text goes."""
        return _around(self._sentence_ends, start, end, len(self.text))

    @cached_property
    def sentences(self) -> list[str]:
        """The sentences, without the empty ones."""
        return [
            words for words in self.text.translate(_SENTENCE_ENDS).split(_SENTENCE_END) if words
        ]


@lru_cache(maxsize=256)
def prose(text: str | None) -> Prose:
    """Return a text as prose; no text is empty prose."""
    plain = text or ""
    if any(mark in plain for mark in "<*&"):
        plain = re.sub(_MARKUP, "\n", plain)
    plain = plain.strip()
    if "\n" in plain:
        plain = re.sub(_LINES, "。", plain)
    return Prose(fold(plain).strip("。"))


def quoted(words: str) -> str:
    """Return words of prose as they are quoted: Chinese punctuation, no number of a list."""
    return re.sub(_ASCII, lambda match: _CHINESE[match[0]], re.sub(_LIST_MARK, "", words))


def _around(ends: list[int], start: int, end: int, length: int) -> tuple[int, int]:
    before, after = bisect_left(ends, start), bisect_right(ends, end - 1)
    first = ends[before - 1] + 1 if before else 0
    return first, ends[after] if after < len(ends) else length
