"""Names brought to one form: first what only looks different, then what only reads different."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from generator.forms.comparison.vocabulary import similar_names
from generator.forms.models import Form
from generator.forms.values.glyphs import fold
from generator.forms.words import WordFinder

_PUNCTUATION = re.compile(r"""[\s()“”"'‘’「」《》,、。.;:·\-_/]+""")
_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_NOTE = re.compile(r"\([^()]*\)")
_YEAR = re.compile(r"(?:19|20)\d\d年度?")
_VERSION = re.compile(r"(?<![A-Za-z])[Vv]\d+(?:\.\d+)*")
_FIGURE = re.compile(r"\d+(?:\.\d+)?|[一二三四五六七八九十]+")


@lru_cache(maxsize=65536)
def normalised(name: str | None) -> str:
    """Return a name without blanks, brackets, quotes and punctuation, in half width.

    ``""`` for no name.  Points inside figures stay.
    """
    folded = _POINT.sub("\0", fold(name or ""))
    return _PUNCTUATION.sub("", folded).replace("\0", ".")


def timeless(name: str | None) -> str:
    """Return a name, normalised, without the years and versions that count on by themselves."""
    return normalised(_VERSION.sub("V", _YEAR.sub("", fold(name or ""))))


@lru_cache(maxsize=65536)
def essence(name: str | None) -> str:
    """Return what a name says: one word for each meaning, no fillers, no year, no version.

    A year or version counts on by itself (2024年运维, V2.0): it makes no other name.
    """
    return _words().replaced_in(timeless(name), _meanings().__getitem__)


@lru_cache(maxsize=65536)
def without_notes(name: str | None) -> str:
    """Return a name without its bracketed notes; the name itself where nothing would be left."""
    folded = fold(name or "")
    return _NOTE.sub("", folded) or folded


@lru_cache(maxsize=65536)
def has_notes(name: str | None) -> bool:
    """Tell whether a name has a bracketed note."""
    return without_notes(name) != fold(name or "")


def figures(text: str) -> list[str]:
    """Return the figures in the essence of a name, Arabic and Chinese: 二期 is not 一期."""
    return _FIGURE.findall(text)


def found(words: Iterable[str], text: str) -> frozenset[str]:
    """Return which of the words stand in a text."""
    return frozenset(word for word in words if word in text)


@cache
def _meanings() -> Mapping[str, str]:
    """Return what becomes of every word that is looked for."""
    names = similar_names()
    becomes = dict.fromkeys(names.fillers, "")
    becomes |= {word: word for word in names.whole_words}
    return becomes | {word: group[0] for group in names.same_words for word in group}


@cache
def _words() -> WordFinder:
    return WordFinder(_meanings())


_SHORTEST = 4
"""A name shorter than this says too little to be recognised inside a longer one."""


def same_body(one: str | None, other: str | None) -> bool:
    """Tell whether two names mean one body: alike but for notes and the region in front."""
    shorter, longer = sorted((_bare(one), _bare(other)), key=len)
    if shorter == longer:
        return bool(shorter)
    if len(shorter) < _SHORTEST or not longer.endswith(shorter):
        return False
    region = longer.removesuffix(shorter)
    return region[-1] in similar_names().region_endings


def same_owner(current: Form, earlier: Form) -> bool:
    """Tell whether nothing speaks against two forms being of one unit.

    Units are compared where both are given, else departments; what is missing is no objection.
    """
    for field in ("unit", "department"):
        now, before = getattr(current, field), getattr(earlier, field)
        if now and before:
            return same_body(now, before)
    return True


def _bare(name: str | None) -> str:
    return normalised(without_notes(name))
