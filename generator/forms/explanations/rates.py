"""How a wrong execution rate probably came about."""

from decimal import Decimal

from generator.forms.explanations import digits
from generator.forms.explanations.figures import Item, RateFigures, both_ways, decimals
from generator.forms.explanations.wording import name, say
from generator.forms.numbers import cut, text
from generator.forms.scoring import execution_rate

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

    return digits.only_slip(Item(name("rate"), entered), expected, inputs, fits)
