"""Words whose numerals count nothing: 一次性, 第二期, 一户一策."""

from functools import cache

from generator.forms.values.numerals import NUMERALS, numeral_end
from generator.forms.values.vocabulary import vocabulary
from generator.forms.word_finder import WordFinder

_ORDINAL = "第"
_ONE = "一"
_EACH = 4  # characters: 一人一档, 一户一策
# 一周一次 and the like say how often, and numerals go on.
_PERIODS = frozenset(f"年月周天日季{NUMERALS}")
_TIMES = frozenset(f"次场期回遍{NUMERALS}")


def idiom_end(cell: str, at: int) -> int | None:
    """Return where the word ends that begins at a place and counts nothing, None for none."""
    end = _words().end(cell, at)
    if end is not None:
        return end
    if cell.startswith(_ORDINAL, at):
        end = numeral_end(cell, at + 1)
        return end if end > at + 1 else None
    return at + _EACH if _is_one_for_each(cell, at) else None


def _is_one_for_each(cell: str, at: int) -> bool:
    word = cell[at : at + _EACH]
    if len(word) < _EACH or not word[0] == word[2] == _ONE:
        return False
    goes_on = at > 0 and cell[at - 1] in NUMERALS
    return not goes_on and word[1] not in _PERIODS and word[3] not in _TIMES


@cache
def _words() -> WordFinder:
    return WordFinder(vocabulary().not_numerals)
