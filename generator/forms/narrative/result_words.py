"""What the wording of a result gives away: a copy of the goal, a delay, nothing at all."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from generator.forms.narrative.prose import Prose, prose
from generator.forms.narrative.vocabulary import narrative_words
from generator.forms.words import WordFinder

_NUMBERS = "[0-9]+"
_NEARLY = 95
"""From which likeness (0 to 100) a long result is a copy with a word or two changed."""
_LONG = 30  # characters
_CARRIED = "结转"


def is_copy(goal: str | None, result: str | None) -> bool:
    """Tell whether a result only repeats the goal, apart from the tense.

    Another number makes it a report.
    """
    one, other = _words_of(goal), _words_of(result)
    if not one or not other:
        return False
    if one == other:
        return True
    if min(len(one), len(other)) < _LONG or _numbers(one) != _numbers(other):
        return False
    from rapidfuzz import fuzz  # late: few results come so far

    return fuzz.ratio(one, other, score_cutoff=_NEARLY) >= _NEARLY


def says_nothing(result: str | None, names: Iterable[str | None] = ()) -> bool:
    """Tell whether a result is put together from commonplaces; ``names`` of the project are too."""
    words = prose(result).text
    for name in names:
        words = words.replace(prose(name).text, "") if name else words
    return narrative_words().any_generic.make_up(words)


def delay_in(text: Prose) -> str | None:
    """Return the words of a text that tell of a delay of the work, None for none.

    Several clauses of one sentence are quoted as one stretch.
    """
    clauses = list(_delayed(text))
    if not clauses:
        return None
    first, last = clauses[0]
    _, sentence_end = text.sentence(first, last)
    return text.text[first : max(stop for _, stop in clauses if stop <= sentence_end)]


def _delayed(text: Prose) -> Iterator[tuple[int, int]]:
    words = narrative_words()
    for start, stop in words.any_delay.spans(text.text):
        first, last = text.clause(start, stop)
        _, end = text.sentence(first, last)
        denied = words.denies_delay.is_in(text.text[first:last])
        healed = words.heals_delay.is_in(text.text[last:end])
        if not (denied or healed or _carries_money(text, first, last)):
            yield first, last


def _carries_money(text: Prose, first: int, last: int) -> bool:
    """Tell whether a clause only says that money is carried over: its own or the clause before's.

    20万元结转下年支付; 尚有尾款20万元未支付，结转下年.
    """
    words = narrative_words()
    clause = text.text[first:last]
    if _CARRIED not in clause or words.any_work.is_in(clause):
        return False
    before, _ = text.clause(max(first - 2, 0), max(first - 1, 0))
    return words.any_money.is_in(text.text[before:last])


def _words_of(text: str | None) -> str:
    return _tenses().removed_from("".join(filter(str.isalnum, prose(text).text)))


def _numbers(text: str) -> list[str]:
    return re.findall(_NUMBERS, text)


@cache
def _tenses() -> WordFinder:
    return WordFinder(narrative_words().tenses)
