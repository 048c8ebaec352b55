"""A goal or a result as plain prose: half width, no markup, no blanks; clauses, sentences, and the
years it plans for or reports on.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache

from msgspec import Struct

from generator.forms.narrative.vocabulary import narrative_words
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


# Made when a text first names a year.
_YEAR = r"(?<![0-9(\[-])(?<!第)((?:19|20)[0-9]{2})年(?!代)"
_SPAN = r"[0-9]{4}年?[-~至到][0-9]{4}年"


class NamedYear(Struct, frozen=True):
    """A year a text is about, and the clause that says so."""

    year: int
    clause: str


def years_named(text: Prose) -> frozenset[int]:
    """Return every year a text names, whatever for."""
    return frozenset(int(match[1]) for match in re.finditer(r"(20[0-9]{2})年", text.text))


def years_planned(text: Prose) -> Iterator[NamedYear]:
    """Yield the years for which a text plans or reports, with the clause of each."""
    words = narrative_words()
    for match in re.finditer(_YEAR, text.text):
        first, last = text.clause(match.start(), match.end())
        clause = text.text[first:last]
        if re.search(_SPAN, clause) or words.elsewhere.is_in(clause):
            continue
        if words.any_plan.is_in(text.text[match.end() : last]):
            yield NamedYear(int(match[1]), clause)
