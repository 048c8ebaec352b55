"""How two forms of one project stand to each other, which decides what is a fault."""

from enum import StrEnum

from generator.forms.models import Form, SelfEvaluationForm


class Relation(StrEnum):
    """The relation of a form to the one it is held against."""

    SAME_YEAR = "same_year"
    """A self-evaluation against what was approved or issued for its year: nothing may change."""
    LATER_YEAR = "later_year"
    """A form against one of an earlier year: what became looser is asked about."""
    OTHER = "other"
    """Two versions of a target form, or a later form given as the earlier: only described."""


def relation_of(current: Form, earlier: Form) -> Relation:
    """Return the relation of two forms; a year that is not given counts as a later one."""
    years = years_between(current, earlier)
    if years > 0 or None in (current.fiscal_year, earlier.fiscal_year):
        return Relation.LATER_YEAR
    if years == 0 and isinstance(current, SelfEvaluationForm):
        return Relation.SAME_YEAR
    return Relation.OTHER


def years_between(current: Form, earlier: Form) -> int:
    """Return how many years later the current form is, 0 where a year is not given."""
    if current.fiscal_year is None or earlier.fiscal_year is None:
        return 0
    return current.fiscal_year - earlier.fiscal_year
