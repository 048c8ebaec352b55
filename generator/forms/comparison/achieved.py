"""A new target against what an earlier self-evaluation reports as reached."""

from decimal import Decimal

from generator.forms.comparison.change import Achieved
from generator.forms.comparison.direction import Sense, sense_of
from generator.forms.comparison.quantities import falls_behind
from generator.forms.comparison.units import Figures, in_one_unit
from generator.forms.comparison.vocabulary import similar_names
from generator.forms.models import EvaluatedIndicator, Indicator
from generator.forms.values import Quantity, Sign, parse

_SAID_PLAINLY = (None, Sign.EQ)
_DIRECTIONS = (Sense.HIGHER, Sense.LOWER)


def looser_than_achieved(earlier: Indicator, now: Indicator) -> Achieved | None:
    """Return what was reached where the new target asks for less (RULES: CMP-3), else ``None``.

    Only figures count that say plainly what was reached, in a unit the target's converts to.
    """
    if not isinstance(earlier, EvaluatedIndicator) or earlier.actual is None:
        return None
    reached, target = parse(earlier.actual), parse(now.target)
    if not isinstance(reached, Quantity) or not isinstance(target, Quantity):
        return None
    figures = in_one_unit(reached, target)
    if reached.sign not in _SAID_PLAINLY or not isinstance(figures, Figures) or figures.omitted:
        return None
    sense = sense_of(_before(earlier, target), target, now)
    if sense not in _DIRECTIONS or not falls_behind(figures.now, figures.earlier, sense):
        return None
    return Achieved(earlier.actual, _far(figures, percent=target.unit.base == "%"))


def _before(earlier: Indicator, target: Quantity) -> Quantity:
    """Return the earlier target, whose sign may say what the new one leaves open."""
    before = parse(earlier.target)
    return before if isinstance(before, Quantity) else target


def _far(figures: Figures, *, percent: bool) -> bool:
    limits = similar_names().behind
    gap = abs(figures.now - figures.earlier)
    if percent:
        return gap >= limits.points
    return gap >= limits.share * max(abs(figures.now), abs(figures.earlier), Decimal(0))
