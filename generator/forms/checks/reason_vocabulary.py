"""The words of ``templates/vocabularies/reasons.yaml``, checked and ready for look-up."""

from functools import cache, cached_property
from re import Pattern, compile
from typing import Annotated

from pydantic import Field

from generator.forms.data_files import shipped
from generator.forms.record import Record
from generator.forms.word_lists import (
    Word,
    Words,
    alternatives,
    any_word,
    nothing_but,
)

WholeTexts = Annotated[frozenset[Word], Field(min_length=1)]
_NEAR = 10  # characters between 后续 and what will be done
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
    def measure(self) -> Pattern[str]:
        """What speaks of a measure: anywhere, or where a clause begins."""
        begins = r"(?:^|[,，。;；:：、.．)）\d])"
        leads, actions = alternatives(self.leads), alternatives(self.actions)
        done = f"(?!{alternatives(self.not_done)}){self.done}"
        first = f"{begins}(?:{alternatives(self.underway)}|(?:{leads})*(?:{done}|{actions}))"
        intended = f"(?:{alternatives(self.intends)})(?:{actions})"
        hereafter = f"(?:{alternatives(self.hereafter)})[^,，。;；]{{0,{_NEAR}}}(?:{actions})"
        return compile(f"{alternatives(self.measures)}|{intended}|{hereafter}|{first}")

    @cached_property
    def no_measure(self) -> Pattern[str]:
        """What only sounds like a measure."""
        return any_word(self.not_measures)

    @cached_property
    def commonplace(self) -> Pattern[str]:
        """A clause put together from commonplaces and fillers alone."""
        return nothing_but((*self.commonplaces, *self.fillers))


@cache
def reason_words() -> ReasonWords:
    """Return the words shipped with the product, read once."""
    return shipped("vocabularies", "reasons", ReasonWords)
