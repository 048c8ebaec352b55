"""Where an indicator stands: its level-1 and level-2 kinds under their usual names."""

from collections.abc import Mapping
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
    place = level1, level2 or _only_level2(level1)
    return _usual_places().get(place, place)


def _only_level2(level1: str | None) -> str | None:
    kind = _profile().indicator_catalogue.value.get(level1 or "")
    names = [] if kind is None else list(kind.level2)
    return names[0] if len(names) == 1 else None


@cache
def _profile() -> Profile:
    return load_profile(_CATALOGUE)


@cache
def _usual_places() -> Mapping[Place, Place]:
    """Return the one place that stands for each of several meaning the same."""
    groups = similar_names().same_places
    return {place: group[0] for group in groups for place in group[1:]}
