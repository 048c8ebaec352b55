"""Which form is of the same project as which earlier one: by name and unit, also when renamed."""

from collections.abc import Sequence

from msgspec import Struct

from generator.forms.comparison.bodies import same_body, same_owner
from generator.forms.comparison.likeness import likeness
from generator.forms.comparison.matching import Matching
from generator.forms.comparison.names import essence, normalised
from generator.forms.comparison.vocabulary import similar_names
from generator.forms.models import Form, SelfEvaluationForm


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

    for key in (_name_and_year, _name, _essence):
        matching.same([key(each) for each in current], [key(each) for each in earlier], owner)
    matching.alike(renamed, similar_names().likeness.elsewhere)
    matching.same([_name(each) for each in current], [_name(each) for each in earlier], department)
    pairs = tuple(sorted(matching.pairs.items()))
    return Pairing(pairs, tuple(matching.current), tuple(sorted(matching.earlier)))


def _latest_first(forms: Sequence[Form]) -> list[int]:
    """Order forms by year, the latest first, and within it self-evaluations, which know more."""

    def rank(position: int) -> tuple[int, bool]:
        form = forms[position]
        return (-(form.fiscal_year or 0), not isinstance(form, SelfEvaluationForm))

    return sorted(range(len(forms)), key=rank)


def _name(form: Form) -> str | None:
    return normalised(form.project_name) or None


def _essence(form: Form) -> str | None:
    return essence(form.project_name) or None


def _name_and_year(form: Form) -> tuple[str, int] | None:
    name = _name(form)
    return None if name is None or form.fiscal_year is None else (name, form.fiscal_year)
