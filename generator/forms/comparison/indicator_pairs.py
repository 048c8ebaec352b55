"""Which indicator of one form is which of another: by place and name, also when renamed."""

from collections.abc import Sequence

from generator.forms.comparison.likeness import likeness
from generator.forms.comparison.matching import Matching
from generator.forms.comparison.names import normalised
from generator.forms.comparison.places import place_of, same_place
from generator.forms.comparison.vocabulary import similar_names
from generator.forms.models import Indicator

Key = tuple[object, ...] | None

_SAME = 1.0
"""The likeness of names that say the same in other words."""


def pair_indicators(current: Sequence[Indicator], earlier: Sequence[Indicator]) -> dict[int, int]:
    """Return the positions of paired indicators, current to earlier; each occurs once at most.

    From exact names in the same place to likely ones elsewhere.  What is ambiguous stays alone.
    """
    matching = Matching(range(len(current)), range(len(earlier)))
    sides = (current, earlier)
    for key in (_as_printed, _name, _normalised):
        now, before = ([key(each) for each in side] for side in sides)
        matching.same(now, before)

    def here(now: int, before: int) -> float:
        alike = anywhere(now, before)
        return alike if alike and same_place(current[now], earlier[before]) else 0.0

    def anywhere(now: int, before: int) -> float:
        return likeness(current[now].name, earlier[before].name)

    limits = similar_names().likeness
    for likely, least in (
        (here, _SAME),
        (anywhere, _SAME),
        (here, limits.contained),
        (anywhere, limits.elsewhere),
    ):
        matching.alike(likely, least)
    return matching.pairs


def _as_printed(each: Indicator) -> Key:
    return (each.level1, each.level2, each.name, each.target)


def _name(each: Indicator) -> Key:
    return (place_of(each), each.name) if each.name else None


def _normalised(each: Indicator) -> Key:
    return (place_of(each), normalised(each.name)) if normalised(each.name) else None
