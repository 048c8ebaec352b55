"""What a reason says, judged by the words of ``templates/vocabularies/reasons.yaml``: a measure, a
commonplace, a virtue, half a sentence.
"""

from collections.abc import Iterator
from functools import cache, cached_property
from typing import Annotated

from pydantic import Field

from generator.forms.data_files import Record, shipped
from generator.forms.values.glyphs import fold
from generator.forms.words import Word, WordFinder, Words

WholeTexts = Annotated[frozenset[Word], Field(min_length=1)]
Bracket = tuple[Word, Word]


class ReasonWords(Record):
    """Every list of the data file; the file says what each is for."""

    measures: Words
    actions: Words
    done: Word
    not_done: Words
    underway: Words
    hereafter: Words
    intends: Words
    leads: Words
    not_measures: Words
    commonplaces: Words
    fillers: Words
    virtues: WholeTexts
    nothing_to_explain: WholeTexts
    unfinished: Words
    brackets: tuple[Bracket, ...]
    cell_limits: frozenset[int]

    @cached_property
    def any_measure(self) -> WordFinder:
        """What speaks of a measure wherever it stands."""
        return WordFinder(self.measures)

    @cached_property
    def any_action(self) -> WordFinder:
        """What is a measure where a clause begins, or behind words that lead to it."""
        return WordFinder(self.actions)

    @cached_property
    def any_lead(self) -> WordFinder:
        """What leads to a measure."""
        return WordFinder(self.leads)

    @cached_property
    def any_intention(self) -> WordFinder:
        """What makes a measure of the action right behind it."""
        return WordFinder(self.intends)

    @cached_property
    def any_later(self) -> WordFinder:
        """What makes a measure of an action somewhere behind it."""
        return WordFinder(self.hereafter)

    @cached_property
    def no_measure(self) -> WordFinder:
        """What only sounds like a measure."""
        return WordFinder(self.not_measures)

    @cached_property
    def commonplace(self) -> WordFinder:
        """What a clause is put together from that says nothing."""
        return WordFinder(self.commonplaces, self.fillers)


@cache
def reason_words() -> ReasonWords:
    """Return the words shipped with the product, read once."""
    return shipped("vocabularies", "reasons", ReasonWords)


_CLAUSE_MARKS = frozenset(",，。;；:：、.．)）")
_MEASURE_ENDS = frozenset(",，。;；")
_NEAR = 10  # characters between 后续 and what will be done


def speaks_of_measure(text: str) -> bool:
    """Tell whether a text, without blanks, speaks of a measure."""
    if reason_words().any_measure.is_in(text) or _announces_action(text):
        return True
    return any(_begins_with_measure(text, start) for start in _clauses(text))


def _announces_action(text: str) -> bool:
    """Tell whether an action stands behind words that announce it: 将加快, 后续通过采购降低."""
    words = reason_words()
    if any(words.any_action.begins(text, end) for end in words.any_intention.all_ends(text)):
        return True
    return any(
        words.any_action.begins_near(text, end, _NEAR, _MEASURE_ENDS)
        for end in words.any_later.all_ends(text)
    )


def _clauses(text: str) -> Iterator[int]:
    """Yield where clauses begin, and what is numbered: 1加强巡检."""
    yield 0
    for end, glyph in enumerate(text, 1):
        if glyph in _CLAUSE_MARKS or glyph.isdecimal():
            yield end


def _begins_with_measure(text: str, at: int) -> bool:
    """Tell whether a measure begins at a place: 拟新增停车位, 目前已回访."""
    if text.startswith(reason_words().underway, at):
        return True
    return any(_is_act(text, place) for place in _behind_leads(text, at))


def _behind_leads(text: str, at: int) -> Iterator[int]:
    """Yield a place and those behind the words that lead from it to a measure: 目前已, 将通过."""
    seen: set[int] = set()
    waiting = [at]
    while waiting:
        place = waiting.pop()
        if place not in seen:
            seen.add(place)
            waiting.extend(reason_words().any_lead.ends(text, place))
            yield place


def _is_act(text: str, at: int) -> bool:
    """Tell whether an action begins at a place, or what somebody has done."""
    words = reason_words()
    done = text.startswith(words.done, at) and not text.startswith(words.not_done, at)
    return done or words.any_action.begins(text, at)


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
