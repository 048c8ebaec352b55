"""How a wrong execution rate, or the score for it, probably came about."""

from decimal import Decimal

from generator.forms.explanations import figures as slips
from generator.forms.explanations.figures import (
    Item,
    RateFigures,
    ScoreFigures,
    both_ways,
    decimals,
)
from generator.forms.explanations.wording import name, say
from generator.forms.numbers import cut, round_half_up, text
from generator.forms.scoring import execution_rate, execution_score

_WAN = Decimal(10000)


def explain_rate(figures: RateFigures, entered: Decimal) -> str | None:
    """Return how a rate printed as ``entered`` came about, ``None`` when nothing fits.

    Kinds of slip that need no typing error are named first, all that fit; a slip of a digit only
    where none of them does, and only for percentages: a ratio of two decimals fits dozens.
    """
    plain = [words for candidate in _PLAIN if (words := candidate(figures, entered))]
    if plain:
        return say("or").join(plain)
    if figures.profile.execution.unit.value != "percent":
        return None
    return _slip(figures, entered)


def _cut(figures: RateFigures, entered: Decimal) -> str | None:
    if not figures.adjusted:
        return None
    exact = figures.actual * figures.profile.execution.whole / figures.adjusted
    places = figures.profile.execution.decimals.value
    if cut(exact, places) != entered:
        return None
    return say("rate_cut", exact=text(cut(exact, places + 2)))


def _initial_budget(figures: RateFigures, entered: Decimal) -> str | None:
    changed = figures.initial != figures.adjusted
    if not changed or not figures.gives(entered, figures.actual, figures.initial):
        return None
    return say("rate_initial_budget", initial=figures.initial)


def _ratio_or_percent(figures: RateFigures, entered: Decimal) -> str | None:
    if not figures.adjusted or not entered:
        return None
    percent = figures.profile.execution.unit.value == "percent"
    other = figures.actual * (1 if percent else 100) / figures.adjusted
    places = decimals(entered)
    if entered not in both_ways(other, places) or (percent and places == 0 and entered != other):
        return None
    return say("rate_as_ratio" if percent else "rate_as_percent")


def _money_unit(figures: RateFigures, entered: Decimal) -> str | None:
    for spent in (figures.actual * _WAN, figures.actual / _WAN):
        if entered and figures.gives(entered, spent, figures.adjusted):
            return say("rate_money_unit")
    return None


_PLAIN = (_cut, _initial_budget, _ratio_or_percent, _money_unit)


def _slip(figures: RateFigures, entered: Decimal) -> str | None:
    expected = execution_rate(figures.adjusted, figures.actual, figures.profile)
    if expected is None:
        return None
    inputs = [Item(name("budget"), figures.adjusted), Item(name("spent"), figures.actual)]

    def fits(number: int, value: Decimal) -> bool:
        budget, spent = (value, figures.actual) if number == 0 else (figures.adjusted, value)
        return figures.gives(entered, spent, budget)

    return slips.only_slip(Item(name("rate"), entered), expected, inputs, fits)


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


def _score_cut(figures: ScoreFigures, entered: Decimal) -> str | None:
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


def _score_ratio_or_percent(figures: ScoreFigures, entered: Decimal) -> str | None:
    points = figures.points(figures.rate)
    if entered in both_ways(points * _HUNDRED, 2) or entered in both_ways(points / _HUNDRED, 2):
        return say("score_ratio_or_percent")
    return None


def _score_slip(figures: ScoreFigures, entered: Decimal) -> str | None:
    """A slip in the score itself; the rate it was made from has an explanation of its own."""
    expected = execution_score(figures.rate, figures.weight, figures.profile)
    if expected is None:
        return None
    return slips.only_slip(Item(name("score"), entered), expected, (), lambda number, value: False)


_CANDIDATES = (
    _from_the_printed_rate,
    _not_capped,
    _score_cut,
    _score_ratio_or_percent,
    _score_slip,
)
