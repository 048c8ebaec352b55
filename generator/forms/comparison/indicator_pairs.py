"""Which indicator of one form is which of another: by place and name, also when renamed."""

from collections.abc import Sequence

from generator.forms.comparison.likeness import likeness
from generator.forms.comparison.matching import Matching
from generator.forms.comparison.names import essence, normalised
from generator.forms.comparison.places import place_of
from generator.forms.comparison.vocabulary import similar_names
from generator.forms.models import Indicator


def pair_indicators(current: Sequence[Indicator], earlier: Sequence[Indicator]) -> dict[int, int]:
    """Return the positions of paired indicators, current to earlier; each occurs once at most.

    From exact names in the same place to likely ones elsewhere.  What is ambiguous stays alone.
    """
    matching = Matching(range(len(current)), range(len(earlier)))
    sides = (current, earlier)
    for key in (_as_printed, _name_here, _normalised_here, _normalised, _essence_here, _essence):
        now, before = ([key(each) for each in side] for side in sides)
        matching.same(now, before)
    places = [[place_of(each) for each in side] for side in sides]

    def here(now: int, before: int) -> float:
        if places[0][now] != places[1][before]:
            return 0.0
        return anywhere(now, before)

    def anywhere(now: int, before: int) -> float:
        return likeness(current[now].name, earlier[before].name)

    limits = similar_names().likeness
    matching.alike(here, limits.contained)
    matching.alike(anywhere, limits.elsewhere)
    return matching.pairs


Key = tuple[object, ...] | None


def _as_printed(each: Indicator) -> Key:
    return (each.level1, each.level2, each.name, each.target)


def _name_here(each: Indicator) -> Key:
    return each.name and (place_of(each), each.name)


def _normalised_here(each: Indicator) -> Key:
    return (place_of(each), normalised(each.name)) if normalised(each.name) else None


def _normalised(each: Indicator) -> Key:
    return (normalised(each.name),) if normalised(each.name) else None


def _essence_here(each: Indicator) -> Key:
    return (place_of(each), essence(each.name)) if essence(each.name) else None


def _essence(each: Indicator) -> Key:
    return (essence(each.name),) if essence(each.name) else None
