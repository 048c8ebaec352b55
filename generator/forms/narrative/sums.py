"""Figures in a text that are said to make a total: 共计5万元，其中年初预算2万元，调入3万元.

Only sentences are read that name a total and at least two parts, all of them exact.  Amounts have
to come to their total.  Of things counted (车辆36辆，其中轿车24辆、专业车5辆) parts may be missing
or overlap, so only parts that nearly come to it are taken to be meant as all.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from msgspec import Struct

from generator.forms.narrative.figures import Figure, figures
from generator.forms.narrative.prose import Prose
from generator.forms.narrative.vocabulary import narrative_words

_MOST_PARTS = 8
_FEWEST_PARTS = 2
_FEWEST_OF_PEOPLE = 3
"""People belong to several kinds at once: 其中女性60人、党员45人."""
_NEARLY = Decimal("0.1")
_YUAN = "元"


class StatedTotal(Struct, frozen=True):
    """A total and what its text names as its parts, in ``unit``; ``quote`` is the sentence."""

    total: Decimal
    parts: tuple[Decimal, ...]
    unit: str
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
    """Yield the amounts of a text whose parts it names."""
    if not narrative_words().any_total.is_in(text.text):
        return
    found = figures(text)
    for sentence in sorted({figure.sentence for figure in found if figure.is_money}):
        amounts = [figure for figure in found if figure.sentence == sentence and figure.is_money]
        first, last = text.sentence(amounts[0].start, amounts[-1].end)
        stated = _stated(text.text[first:last], amounts, text)
        if stated is not None:
            yield stated


def counted_totals(text: Prose) -> Iterator[StatedTotal]:
    """Yield the numbers of things of a text whose parts it names, where all seem to be meant."""
    if not narrative_words().any_breakdown.is_in(text.text):
        return
    groups: dict[tuple[int, str], list[Figure]] = {}
    for figure in figures(text):
        if figure.is_count:
            groups.setdefault((figure.sentence, figure.unit.base), []).append(figure)
    for same in groups.values():
        stated = _broken_down(same, text)
        if stated is not None and _is_nearly_all(stated):
            yield stated


def _broken_down(same: list[Figure], text: Prose) -> StatedTotal | None:
    """Return the first figure 其中 stands behind as the total of those that follow."""
    words = narrative_words()
    for place, total in enumerate(same[:-1]):
        parts = same[place + 1 :]
        if not words.any_breakdown.is_in(text.text[total.end : parts[0].start]):
            continue
        _, end = text.clause(parts[-1].start, parts[-1].end)
        told = text.text[total.end : end]
        enough = len(parts) >= (_FEWEST_OF_PEOPLE if total.unit.base in words.people else 2)
        if not enough or len(parts) > _MOST_PARTS or not all(map(_is_exact, (total, *parts))):
            return None
        if words.open_ended.is_in(told) or words.comparing.is_in(told):
            return None
        values = tuple(part.value for part in parts)
        quote = text.text[text.clause(total.start, total.end)[0] : end]
        return StatedTotal(total.value, values, total.unit.base, quote, _tolerance([total, *parts]))
    return None


def _is_nearly_all(stated: StatedTotal) -> bool:
    return abs(stated.sum - stated.total) <= stated.total * _NEARLY


def _stated(sentence: str, amounts: list[Figure], text: Prose) -> StatedTotal | None:
    """Return the total of a sentence: in front of its parts, or behind them."""
    words = narrative_words()
    announced = [n for n, amount in enumerate(amounts) if _is_total(amount)]
    if len(announced) != 1:
        return None
    place = announced[0]
    total, before, after = amounts[place], amounts[:place], amounts[place + 1 :]
    leading = after and words.any_parts.is_in(text.text[total.end : after[0].start])
    parts = after if leading else before
    used = [total, *parts] if leading else [*parts, total]
    if not _FEWEST_PARTS <= len(parts) <= _MOST_PARTS or not all(map(_is_exact, used)):
        return None
    _, end = text.clause(used[-1].start, used[-1].end)
    if words.open_ended.is_in(text.text[used[0].end : end]):
        return None
    values = tuple(part.value for part in parts)
    return StatedTotal(total.value, values, _YUAN, sentence, _tolerance(used))


def _is_exact(amount: Figure) -> bool:
    return not amount.approximate and amount.sign is None and amount.low is None


def _is_total(amount: Figure) -> bool:
    first = narrative_words().any_total.first(amount.before)
    return first is not None and len(amount.before) - first[1] <= 1


def _tolerance(amounts: Sequence[Figure]) -> Decimal:
    """Return what rounding the amounts to the finest decimal written can make.

    Whole numbers, also of 万元, are taken as exact.
    """
    if all(amount.number == amount.number.to_integral_value() for amount in amounts):
        return Decimal(0)
    return min(amount.step for amount in amounts) * len(amounts) / 2
