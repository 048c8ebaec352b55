"""The words of ``templates/vocabularies/money.yaml``: what is said of money left and changed."""

import re
from functools import cache, cached_property

from generator.forms.data_files import shipped
from generator.forms.record import Record
from generator.forms.word_finder import WordFinder
from generator.forms.word_lists import Words, alternatives

_NEAR = 8  # characters between 增加 and 预算
_CLAUSE_ENDS = frozenset("，。,;；")


class MoneyWords(Record):
    """The lists of the data file; the file says what each is for."""

    about: Words
    causes: Words
    later: Words
    budgeting: Words
    retention: Words
    changes: Words
    more_or_less: Words
    changed: Words
    rate_again: Words

    @cached_property
    def any_about(self) -> WordFinder:
        """Any word for the money of the year."""
        return WordFinder(self.about)

    @cached_property
    def any_cause(self) -> WordFinder:
        """Any word that gives a cause."""
        return WordFinder(self.causes)

    def without_next_budget(self, sentence: str) -> str:
        """Return a sentence without what says how a later budget will be drawn up."""
        if not any(word in sentence for word in self.later):
            return sentence
        return self._next_budget.sub("", sentence)

    def tell_change(self, sentence: str) -> bool:
        """Tell whether a sentence speaks of a change of the budget: 调减, 增加了预算."""
        if any(word in sentence for word in self.changes):
            return True
        return any(
            self._any_changed.begins_near(sentence, end, _NEAR, _CLAUSE_ENDS)
            for end in self._any_more_or_less.all_ends(sentence)
        )

    @cached_property
    def _next_budget(self) -> re.Pattern[str]:
        later, budgeting = alternatives(self.later), alternatives(self.budgeting)
        return re.compile(f"(?:{later})[^，,。；;]*?(?:{budgeting})")

    @cached_property
    def _any_more_or_less(self) -> WordFinder:
        return WordFinder(self.more_or_less)

    @cached_property
    def _any_changed(self) -> WordFinder:
        return WordFinder(self.changed)


@cache
def money_words() -> MoneyWords:
    """Return the words that explain money, read once."""
    return shipped("vocabularies", "money", MoneyWords)
