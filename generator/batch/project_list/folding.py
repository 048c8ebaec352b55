"""Texts made comparable, and what somebody probably meant."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process

_LIKE = 60.0
"""From this likeness on (0 to 100) a suggestion is of use."""


@lru_cache(maxsize=1 << 15)
def folded(text: str) -> str:
    """Return a text without what people write differently: blanks, widths, capitals."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def folded_heading(text: str) -> str:
    """Return a heading made comparable: the mark of required columns does not count."""
    return folded(text).replace("*", "")


def nearest(text: str, known: Iterable[str]) -> str | None:
    """Return which of the known texts is most like a text, ``None`` where none is like it."""
    found = process.extractOne(
        text, list(known), scorer=fuzz.ratio, processor=folded, score_cutoff=_LIKE
    )
    return found[0] if found else None
