"""The words of ``templates/vocabularies/narrative.yaml``, checked and ready for look-up."""

from functools import cache, cached_property

from generator.forms.data_files import Record, shipped
from generator.forms.words import Word, WordFinder, Words


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
    def any_partial(self) -> WordFinder:
        """What makes a figure a part of the year's result."""
        return WordFinder(self.partial)

    @cached_property
    def any_background(self) -> WordFinder:
        """What makes a figure a description of what is there."""
        return WordFinder(self.background)

    @cached_property
    def any_delay(self) -> WordFinder:
        """Any word of delay."""
        return WordFinder(self.delays)

    @cached_property
    def denies_delay(self) -> WordFinder:
        """What makes a word of delay mean something else."""
        return WordFinder(self.no_delay)

    @cached_property
    def heals_delay(self) -> WordFinder:
        """What says behind a delay that nothing came of it."""
        return WordFinder(self.in_time_after_all)

    @cached_property
    def any_money(self) -> WordFinder:
        """What says that money is spoken of."""
        return WordFinder(self.money)

    @cached_property
    def any_work(self) -> WordFinder:
        """What says that work is spoken of."""
        return WordFinder(self.work)

    @cached_property
    def any_generic(self) -> WordFinder:
        """What a result is put together from that says nothing."""
        return WordFinder(self.generic)

    @cached_property
    def any_plan(self) -> WordFinder:
        """What says that something is planned or was done."""
        return WordFinder(self.plans)

    @cached_property
    def elsewhere(self) -> WordFinder:
        """What makes a year a reference to another time or text."""
        return WordFinder(self.looks_elsewhere)

    @cached_property
    def any_total(self) -> WordFinder:
        """What announces a total."""
        return WordFinder(self.totals)

    @cached_property
    def any_parts(self) -> WordFinder:
        """What leads from a total over to its parts."""
        return WordFinder(self.parts_follow)

    @cached_property
    def open_ended(self) -> WordFinder:
        """What says that the parts named need not be all."""
        return WordFinder(self.not_all)

    @cached_property
    def any_breakdown(self) -> WordFinder:
        """What leads from a number of things over to its parts."""
        return WordFinder(self.breakdowns)

    @cached_property
    def comparing(self) -> WordFinder:
        """What makes a figure behind a total something else than a part of it."""
        return WordFinder(self.comparisons)

    @cached_property
    def any_shared(self) -> WordFinder:
        """Words between names and their figure."""
        return WordFinder(self.shared)


@cache
def narrative_words() -> NarrativeWords:
    """Return the lists shipped with the product, read once."""
    return shipped("vocabularies", "narrative", NarrativeWords)


FUND_COLUMNS: tuple[Word, ...] = tuple(FundNames.model_fields)
