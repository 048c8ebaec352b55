"""The words of ``templates/vocabularies/reasons.yaml``, checked and ready for look-up."""

from functools import cache, cached_property
from typing import Annotated

from pydantic import Field

from generator.forms.data_files import shipped
from generator.forms.record import Record
from generator.forms.word_finder import WordFinder
from generator.forms.word_lists import Word, Words

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
