"""Small pieces from which the regular expressions of this package are put together."""

import re
from collections.abc import Iterable


def any_of(*lists: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first (不低于 before 低于)."""
    words = {word for words in lists for word in words}
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


NUMBER = r"(?:[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)"
"""A number without sign, as ``figures.malformed`` lets it pass."""
