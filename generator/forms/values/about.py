"""About so many: 余 and 多 between a number and its unit (50余人, 1.2万余人次, 3万多件)."""

from functools import cache

from generator.forms.values.vocabulary import vocabulary
from generator.forms.word_finder import WordFinder


def without_about(tail: str) -> str | None:
    """Return what follows a number without the word that makes it approximate, None for none."""
    if not _about().is_in(tail):
        return None
    for scale in (*_scales().ends(tail), 0):
        end = _about().end(tail, scale)
        if end is not None:
            return tail[:scale] + tail[end:]
    return None


@cache
def _scales() -> WordFinder:
    return WordFinder(vocabulary().multipliers)


@cache
def _about() -> WordFinder:
    return WordFinder(vocabulary().approximate_inside)
