"""What the wording of a result gives away: a copy of the goal, a delay, nothing at all."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from generator.forms.narrative.prose import Prose, prose
from generator.forms.narrative.vocabulary import narrative_words
from generator.forms.word_lists import any_word

_NOT_WORDS = re.compile(r"[\W_]+")
_NUMBERS = re.compile(r"[0-9]+")
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
    if min(len(one), len(other)) < _LONG or _NUMBERS.findall(one) != _NUMBERS.findall(other):
        return False
    from rapidfuzz import fuzz  # late: few results come so far

    return fuzz.ratio(one, other, score_cutoff=_NEARLY) >= _NEARLY


def says_nothing(result: str | None, names: Iterable[str | None] = ()) -> bool:
    """Tell whether a result is put together from commonplaces; ``names`` of the project are too."""
    words = prose(result).text
    for name in names:
        words = words.replace(prose(name).text, "") if name else words
    return bool(words) and narrative_words().says_nothing.fullmatch(words) is not None


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
    for match in words.any_delay.finditer(text.text):
        first, last = text.clause(match.start(), match.end())
        _, end = text.sentence(first, last)
        denied = words.denies_delay.search(text.text, first, last)
        healed = words.heals_delay.search(text.text, last, end)
        if not (denied or healed or _carries_money(text, first, last)):
            yield first, last


def _carries_money(text: Prose, first: int, last: int) -> bool:
    """Tell whether a clause only says that money is carried over: its own or the clause before's.

    20万元结转下年支付; 尚有尾款20万元未支付，结转下年.
    """
    words = narrative_words()
    if _CARRIED not in text.text[first:last] or words.any_work.search(text.text, first, last):
        return False
    before, _ = text.clause(max(first - 2, 0), max(first - 1, 0))
    return words.any_money.search(text.text, before, last) is not None


def _words_of(text: str | None) -> str:
    return _tenses().sub("", _NOT_WORDS.sub("", prose(text).text))


@cache
def _tenses() -> re.Pattern[str]:
    return any_word(narrative_words().tenses)
