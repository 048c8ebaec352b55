"""Where a phrase ends: with the text, at punctuation, before a word for a sign or a bound."""

from functools import cache

from generator.forms.values.patterns import any_of
from generator.forms.values.vocabulary import vocabulary

_MARKS = ",;。、()~/-"


def ends_phrase(cell: str, at: int) -> bool:
    """Tell whether a phrase of the folded cell ends at a place."""
    return at == len(cell) or cell[at] in _MARKS or cell.startswith(_words_behind(), at)


def phrase_end() -> str:
    """Return the same as a pattern."""
    return rf"(?=$|[{_MARKS}]|{any_of(_words_behind())})"


@cache
def _words_behind() -> tuple[str, ...]:
    words = vocabulary()
    return (*words.signs_after, *words.approximate_after, *words.bounds)
