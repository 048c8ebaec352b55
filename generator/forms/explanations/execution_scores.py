"""How a wrong execution score probably came about."""

from decimal import Decimal

from generator.forms.explanations import digits
from generator.forms.explanations.figures import Item, ScoreFigures, both_ways
from generator.forms.explanations.wording import name, say
from generator.forms.numbers import cut, round_half_up, text
from generator.forms.scoring import execution_score

_HUNDRED = Decimal(100)


def explain_execution_score(figures: ScoreFigures, entered: Decimal) -> str | None:
    """Return how a score printed as ``entered`` (points) came about, ``None`` when nothing fits."""
    for candidate in _CANDIDATES:
        words = candidate(figures, entered)
        if words:
            return words
    return None


def _from_the_printed_rate(figures: ScoreFigures, entered: Decimal) -> str | None:
    rate = figures.printed_rate
    if rate is None or rate == figures.rate:
        return None
    rounded, cut_off = both_ways(figures.points(rate), 2)
    if entered not in (rounded, cut_off):
        return None
    unit = "%" if figures.profile.execution.unit.value == "percent" else ""
    key = "score_from_printed_rate" if entered == rounded else "score_from_printed_rate_cut"
    return say(key, rate=rate, unit=unit)


def _cut(figures: ScoreFigures, entered: Decimal) -> str | None:
    exact = figures.points(min(figures.rate, figures.profile.execution.whole))
    if exact == entered or cut(exact, 2) != entered:
        return None
    return say("score_cut", exact=text(exact))


def _not_capped(figures: ScoreFigures, entered: Decimal) -> str | None:
    if figures.rate <= figures.profile.execution.whole:
        return None
    if round_half_up(figures.points(figures.rate), 2) != entered:
        return None
    return say("score_not_capped")


def _ratio_or_percent(figures: ScoreFigures, entered: Decimal) -> str | None:
    points = figures.points(figures.rate)
    if entered in both_ways(points * _HUNDRED, 2) or entered in both_ways(points / _HUNDRED, 2):
        return say("score_ratio_or_percent")
    return None


def _slip(figures: ScoreFigures, entered: Decimal) -> str | None:
    """A slip in the score itself; the rate it was made from has an explanation of its own."""
    expected = execution_score(figures.rate, figures.weight, figures.profile)
    if expected is None:
        return None
    return digits.only_slip(Item(name("score"), entered), expected, (), lambda number, value: False)


_CANDIDATES = (_from_the_printed_rate, _not_capped, _cut, _ratio_or_percent, _slip)
