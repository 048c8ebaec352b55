"""Which form is of the same project as which earlier one, and which indicator is which of another:
by name and place, also when renamed.
"""

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from generator.forms.comparison.likeness import likeness
from generator.forms.comparison.matching import Matching
from generator.forms.comparison.names import essence, normalised, same_body, same_owner
from generator.forms.comparison.vocabulary import similar_names
from generator.forms.models import Form, Indicator, SelfEvaluationForm
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


Key = tuple[object, ...] | None

_SAME = 1.0
"""The likeness of names that say the same in other words."""


def pair_indicators(current: Sequence[Indicator], earlier: Sequence[Indicator]) -> dict[int, int]:
    """Return the positions of paired indicators, current to earlier; each occurs once at most.

    From exact names in the same place to likely ones elsewhere.  What is ambiguous stays alone.
    """
    matching = Matching(range(len(current)), range(len(earlier)))
    sides = (current, earlier)
    for key in (_as_printed, _indicator_name, _normalised):
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


def _indicator_name(each: Indicator) -> Key:
    return (place_of(each), each.name) if each.name else None


def _normalised(each: Indicator) -> Key:
    return (place_of(each), normalised(each.name)) if normalised(each.name) else None


class Pairing(Struct, frozen=True):
    """Positions in the two lists of forms: pairs (current, earlier), and what is left over."""

    pairs: tuple[tuple[int, int], ...]
    only_current: tuple[int, ...]
    only_earlier: tuple[int, ...]


def pair_forms(current: Sequence[Form], earlier: Sequence[Form]) -> Pairing:
    """Pair forms of one project, each once at most; a form without a project name stays alone.

    Same name, same unit and same year go first, then the latest earlier form.  A project counts
    as renamed only where its unit is the same and no other name is nearly as like; the same name
    under another unit only where the department is the same.
    """
    matching = Matching(range(len(current)), _latest_first(earlier))

    def owner(now: int, before: int) -> bool:
        return same_owner(current[now], earlier[before])

    def department(now: int, before: int) -> bool:
        return same_body(current[now].department, earlier[before].department)

    def renamed(now: int, before: int) -> float:
        if not owner(now, before):
            return 0.0
        return likeness(current[now].project_name, earlier[before].project_name)

    for key in (_name_and_year, _project_name, _essence):
        matching.same([key(each) for each in current], [key(each) for each in earlier], owner)
    matching.alike(renamed, similar_names().likeness.elsewhere)
    matching.same(
        [_project_name(each) for each in current],
        [_project_name(each) for each in earlier],
        department,
    )
    pairs = tuple(sorted(matching.pairs.items()))
    return Pairing(pairs, tuple(matching.current), tuple(sorted(matching.earlier)))


def _latest_first(forms: Sequence[Form]) -> list[int]:
    """Order forms by year, the latest first, and within it self-evaluations, which know more."""

    def rank(position: int) -> tuple[int, bool]:
        form = forms[position]
        return (-(form.fiscal_year or 0), not isinstance(form, SelfEvaluationForm))

    return sorted(range(len(forms)), key=rank)


def _project_name(form: Form) -> str | None:
    return normalised(form.project_name) or None


def _essence(form: Form) -> str | None:
    return essence(form.project_name) or None


def _name_and_year(form: Form) -> tuple[str, int] | None:
    name = _project_name(form)
    return None if name is None or form.fiscal_year is None else (name, form.fiscal_year)
