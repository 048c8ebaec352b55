"""Where an indicator stands: its level-1 and level-2 kinds under their usual names."""

from functools import cache

from generator.forms.comparison.vocabulary import similar_names
from generator.forms.models import Indicator
from generator.forms.profiles import Profile, load_profile

Place = tuple[str | None, str | None]

_CATALOGUE = "national-2021-cost"
"""The widest national catalogue of levels with the other names in use for them."""


def place_of(indicator: Indicator) -> Place:
    """Return the usual names of the levels of an indicator; what no catalogue knows stays.

    A level 2 that is not printed is supplied where there is only one (满意度指标).
    """
    profile = _profile()
    level1 = profile.level1(indicator.level1) or indicator.level1
    level2 = profile.level2(indicator.level2) or indicator.level2
    return level1, level2 or _only_level2(level1)


def same_place(one: Indicator, other: Indicator) -> bool:
    """Tell whether two indicators stand in the same place, whatever the layouts call it."""
    first, second = place_of(one), place_of(other)
    return first == second or _holds(first, second) or _holds(second, first)


def _holds(wide: Place, place: Place) -> bool:
    return any(
        wide == (each.level1, each.level2) and place[0] == each.holds
        for each in similar_names().wide_places
    )


def _only_level2(level1: str | None) -> str | None:
    kind = _profile().indicator_catalogue.value.get(level1 or "")
    names = [] if kind is None else list(kind.level2)
    return names[0] if len(names) == 1 else None


@cache
def _profile() -> Profile:
    return load_profile(_CATALOGUE)
