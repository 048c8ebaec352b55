"""Amounts in a text that are said to make a total: 共计5万元，其中年初预算2万元，调入3万元.

Only sentences are read that name a total and at least two parts, all of them exact amounts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from generator.forms.narrative.figures import Figure, figures
from generator.forms.narrative.prose import Prose
from generator.forms.narrative.vocabulary import narrative_words

_MOST_PARTS = 8
_FEWEST_PARTS = 2


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """A total and what its text names as its parts, in 元; ``quote`` is the sentence."""

    total: Decimal
    parts: tuple[Decimal, ...]
    quote: str
    tolerance: Decimal

    @property
    def sum(self) -> Decimal:
        """What the parts come to."""
        return sum(self.parts, Decimal(0))

    @property
    def adds_up(self) -> bool:
        """Whether all parts, or some where one is named twice, come to the total."""
        counts = range(_FEWEST_PARTS, len(self.parts) + 1)
        return any(
            abs(sum(chosen, Decimal(0)) - self.total) <= self.tolerance
            for count in counts
            for chosen in combinations(self.parts, count)
        )


def stated_totals(text: Prose) -> Iterator[StatedTotal]:
    """Yield the totals of a text whose parts it names."""
    if not narrative_words().any_total.search(text.text):
        return
    found = figures(text)
    for sentence in sorted({figure.sentence for figure in found if figure.is_money}):
        amounts = [figure for figure in found if figure.sentence == sentence and figure.is_money]
        first, last = text.sentence(amounts[0].start, amounts[-1].end)
        stated = _stated(text.text[first:last], amounts, text)
        if stated is not None:
            yield stated


def _stated(sentence: str, amounts: list[Figure], text: Prose) -> StatedTotal | None:
    """Return the total of a sentence: in front of its parts, or behind them."""
    words = narrative_words()
    announced = [n for n, amount in enumerate(amounts) if _is_total(amount)]
    if len(announced) != 1:
        return None
    place = announced[0]
    total, before, after = amounts[place], amounts[:place], amounts[place + 1 :]
    leading = after and words.any_parts.search(text.text, total.end, after[0].start)
    parts = after if leading else before
    used = [total, *parts] if leading else [*parts, total]
    if not _FEWEST_PARTS <= len(parts) <= _MOST_PARTS or not all(map(_is_exact, used)):
        return None
    _, end = text.clause(used[-1].start, used[-1].end)
    if words.open_ended.search(text.text, used[0].end, end):
        return None
    return StatedTotal(total.value, tuple(part.value for part in parts), sentence, _tolerance(used))


def _is_exact(amount: Figure) -> bool:
    return not amount.approximate and amount.sign is None and amount.low is None


def _is_total(amount: Figure) -> bool:
    match = narrative_words().any_total.search(amount.before)
    return match is not None and len(amount.before) - match.end() <= 1


def _tolerance(amounts: Sequence[Figure]) -> Decimal:
    """Return what rounding the amounts to the finest decimal written can make.

    Whole numbers, also of 万元, are taken as exact.
    """
    if all(amount.number == amount.number.to_integral_value() for amount in amounts):
        return Decimal(0)
    return min(amount.step for amount in amounts) * len(amounts) / 2
