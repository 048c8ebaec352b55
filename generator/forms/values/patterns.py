"""Small pieces from which the regular expressions of this package are put together."""

from collections.abc import Iterable

from generator.forms.word_lists import alternatives


def any_of(*lists: Iterable[str]) -> str:
    """Return a pattern for any word of some lists, the longest first (不低于 before 低于)."""
    return alternatives(word for words in lists for word in words)


NUMBER = r"(?:[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)"
"""A number without sign, as ``figures.malformed`` lets it pass."""
