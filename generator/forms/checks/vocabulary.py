"""The words by which checks tell what an indicator measures and which class it belongs to."""

import re
from functools import cache, cached_property, lru_cache
from typing import Annotated

from pydantic import Field

from generator.forms.data_files import Record, shipped
from generator.forms.values.glyphs import fold
from generator.forms.words import Word, WordFinder, Words


class Rates(Record):
    """How names of rates end, what ends so without being one, and units they may have."""

    ending: Word
    exceptions: Annotated[Words, Field(alias="except")]
    units: Words

    def names(self, name: str) -> bool:
        """Tell whether a name, in half width, is that of a rate."""
        return name.endswith(self.ending) and not name.endswith(self.exceptions)


class Counts(Record):
    """How names of numbers of things end, and what ends so without being one."""

    endings: Words
    exceptions: Annotated[Words, Field(alias="except")]
    counted: Words
    idioms: Words


class Measures(Record):
    """The lists of ``measures.yaml``; the file says what each is for."""

    rates: Rates
    counts: Counts
    approval: Words
    shares: Words
    unbounded: Words
    plans: Words
    vague: Words
    unwanted: Words
    dealt_with: Words
    all_of_it: Words
    same_counters: tuple[Words, ...]
    like_counters: tuple[Words, ...]
    due: Words
    another_year: Words

    @cached_property
    def any_vague(self) -> WordFinder:
        """What a target is put together from that leaves open how it is judged."""
        return WordFinder(self.vague)

    @cached_property
    def any_share(self) -> WordFinder:
        """What names a share, which lies between none and all."""
        return WordFinder(self.shares)

    @cached_property
    def any_unbounded(self) -> WordFinder:
        """What names a share that may lie outside."""
        return WordFinder(self.unbounded)


class OnlyIn(Record):
    """Words that belong to one class only."""

    belongs: Word
    words: Words
    unless: Words


class Origin(Record):
    """Words and the class they come from."""

    belongs: Word
    words: Words


class Strangers(Record):
    """Words that do not belong into one class."""

    where: Word
    unless: Words
    entries: tuple[Origin, ...]


class Costs(Record):
    """Words of costs."""

    classes: Words
    suffered: Words
    words: Words
    savings: Words
    repeats: Words
    of: Words

    @cached_property
    def any_cost(self) -> WordFinder:
        """Any word of a cost."""
        return WordFinder(self.words)


class Classes(Record):
    """The lists of ``classes.yaml``; the file says what each is for."""

    only_in: tuple[OnlyIn, ...]
    strangers: Strangers
    costs: Costs

    @cached_property
    def telltale(self) -> WordFinder:
        """Any word that belongs to one class only."""
        return WordFinder(*(entry.words for entry in self.only_in))


@cache
def measures() -> Measures:
    """Return the words that say what is measured, read once."""
    return shipped("vocabularies", "measures", Measures)


@cache
def classes() -> Classes:
    """Return the words that tell the class of an indicator, read once."""
    return shipped("vocabularies", "classes", Classes)


_NOTE = r"\([^()]*\)$"
_REMEMBERED = 16384


@lru_cache(maxsize=_REMEMBERED)
def plain(text: str) -> str:
    """Return a text in half width and without blanks."""
    return fold(text)


@lru_cache(maxsize=_REMEMBERED)
def without_note(name: str) -> str:
    """Return a name, plain, without the note in brackets behind it: 投诉率（有责投诉）."""
    words = plain(name)
    return re.sub(_NOTE, "", words) if words.endswith(")") else words
