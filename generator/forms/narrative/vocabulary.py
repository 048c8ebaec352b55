"""The words of ``templates/vocabularies/narrative.yaml``, checked, and patterns made of them."""

import re
from functools import cache, cached_property

from generator.forms.data_files import shipped
from generator.forms.record import Record
from generator.forms.word_lists import (
    Word,
    Words,
    alternatives,
    any_word,
    nothing_but,
)


class FundNames(Record):
    """What the columns of the fund block are called in texts."""

    initial_budget: Words
    adjusted_budget: Words
    actual_expenditure: Words
    execution_rate: Words


class NarrativeWords(Record):
    """Every list of the data file; the file says what each is for."""

    shared: Words
    joints: Words
    whole_words: Words
    approval: Words
    measure_endings: Words
    tenses: Words
    partial: Words
    intended: Words
    before_change: Words
    background: Words
    places: Words
    works: Words
    goes_on: Words
    standards: Words
    everywhere: Words
    forecasts: Words
    changes: Words
    frame_units: Words
    counting: Words
    delays: Words
    in_time_after_all: Words
    money: Words
    work: Words
    no_delay: Words
    generic: Words
    plans: Words
    looks_elsewhere: Words
    totals: Words
    parts_follow: Words
    not_all: Words
    breakdowns: Words
    people: Words
    comparisons: Words
    funds: FundNames

    @cached_property
    def any_partial(self) -> re.Pattern[str]:
        """What makes a figure a part of the year's result."""
        return any_word(self.partial)

    @cached_property
    def any_background(self) -> re.Pattern[str]:
        """What makes a figure a description of what is there."""
        return any_word(self.background)

    @cached_property
    def any_delay(self) -> re.Pattern[str]:
        """Any word of delay."""
        return any_word(self.delays)

    @cached_property
    def denies_delay(self) -> re.Pattern[str]:
        """What makes a word of delay mean something else."""
        return any_word(self.no_delay)

    @cached_property
    def heals_delay(self) -> re.Pattern[str]:
        """What says behind a delay that nothing came of it."""
        return any_word(self.in_time_after_all)

    @cached_property
    def any_money(self) -> re.Pattern[str]:
        """What says that money is spoken of."""
        return any_word(self.money)

    @cached_property
    def any_work(self) -> re.Pattern[str]:
        """What says that work is spoken of."""
        return any_word(self.work)

    @cached_property
    def says_nothing(self) -> re.Pattern[str]:
        """A result put together from commonplaces alone."""
        return nothing_but(self.generic)

    @cached_property
    def any_plan(self) -> re.Pattern[str]:
        """What says that something is planned or was done."""
        return any_word(self.plans)

    @cached_property
    def elsewhere(self) -> re.Pattern[str]:
        """What makes a year a reference to another time or text."""
        return any_word(self.looks_elsewhere)

    @cached_property
    def any_total(self) -> re.Pattern[str]:
        """What announces a total."""
        return any_word(self.totals)

    @cached_property
    def any_parts(self) -> re.Pattern[str]:
        """What leads from a total over to its parts."""
        return any_word(self.parts_follow)

    @cached_property
    def open_ended(self) -> re.Pattern[str]:
        """What says that the parts named need not be all."""
        return any_word(self.not_all)

    @cached_property
    def any_breakdown(self) -> re.Pattern[str]:
        """What leads from a number of things over to its parts."""
        return any_word(self.breakdowns)

    @cached_property
    def comparing(self) -> re.Pattern[str]:
        """What makes a figure behind a total something else than a part of it."""
        return any_word(self.comparisons)

    @cached_property
    def between(self) -> re.Pattern[str]:
        """Words between names and their figure, at the end of the names."""
        return re.compile(f"(?:{alternatives(self.shared)})+$")


@cache
def narrative_words() -> NarrativeWords:
    """Return the lists shipped with the product, read once."""
    return shipped("vocabularies", "narrative", NarrativeWords)


FUND_COLUMNS: tuple[Word, ...] = tuple(FundNames.model_fields)
