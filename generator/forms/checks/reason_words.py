"""What a reason says, judged by its words: a measure, a commonplace, a virtue, half a sentence."""

from generator.forms.checks.reason_measures import speaks_of_measure
from generator.forms.checks.reason_vocabulary import reason_words
from generator.forms.values.glyphs import fold

_CLAUSE_ENDS = str.maketrans(dict.fromkeys(",，。;；:：、.!！?？", " "))
_ENDS = '。.!！?？;；”"』」)）】]'
_LONGEST_COMMONPLACE = 40  # characters: who writes more says something in it
_GOES_ON = "，,、：:（(“《"


def names_measure(words: str, year: int | None) -> bool:
    """Tell whether a reason says what is done about it.

    What is put off to a later year than the form's is a measure too.
    """
    if year is not None and f"{year + 1}年" in words:
        return True
    return speaks_of_measure(reason_words().no_measure.removed_from("".join(words.split())))


def is_commonplace(words: str) -> bool:
    """Tell whether every clause of a reason would fit any form: 今后将进一步加强管理."""
    if len(words) > _LONGEST_COMMONPLACE:
        return False
    return all(map(reason_words().commonplace.make_up, words.translate(_CLAUSE_ENDS).split()))


def is_virtue(words: str) -> bool:
    """Tell whether a reason is the bare name of a virtue or a result: 认真负责."""
    return _bare(words) in reason_words().virtues


def says_nothing_to_explain(words: str) -> bool:
    """Tell whether words say that there is no deviation: 无偏差, 已完成."""
    return _bare(words) in reason_words().nothing_to_explain


def is_cut_off(words: str) -> bool:
    """Tell whether a reason has lost its end, as where a system cut it at the size of its cell."""
    known = reason_words()
    if words[-1:] in _ENDS:
        return False
    if words[-1:] in _GOES_ON or words.endswith(tuple(known.unfinished)):
        return True
    folded = fold(words)
    open_bracket = any(folded.count(one) > folded.count(other) for one, other in known.brackets)
    return open_bracket or len(words) in known.cell_limits


def _bare(words: str) -> str:
    return words.strip(" 。.，,；;！!")
