"""Names of indicators as the checks of values and classes compare them."""

import re
from functools import lru_cache

from generator.forms.values.glyphs import fold

_NOTE = r"\([^()]*\)$"
_REMEMBERED = 16384


@lru_cache(maxsize=_REMEMBERED)
def plain(text: str) -> str:
    """Return a text in half width and without blanks."""
    return fold(text)


@lru_cache(maxsize=_REMEMBERED)
def without_note(name: str) -> str:
    """Return a name, plain, without the note in brackets behind it: 投诉率（有责投诉）."""
    words = plain(name)
    return re.sub(_NOTE, "", words) if words.endswith(")") else words
