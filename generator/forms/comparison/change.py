"""How two forms of one project stand to each other, and what became of an indicator."""

from enum import StrEnum

from msgspec import Struct

from generator.forms.models import Form, Indicator, SelfEvaluationForm


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


class Kind(StrEnum):
    """The change of an indicator, the weightiest where there are several."""

    KEPT = "kept"
    RENAMED = "renamed"
    LOOSER = "looser"
    STRICTER = "stricter"
    SIGN_ONLY = "sign_only"
    WORDING = "wording"
    UNIT_CHANGED = "unit_changed"
    NOT_COMPARABLE = "not_comparable"
    MOVED = "moved"
    DROPPED = "dropped"
    NEW = "new"


class Why(StrEnum):
    """Why two targets cannot be held against each other."""

    FIGURES_LOST = "figures_lost"
    """A target with figures became words."""
    FIGURES_GAINED = "figures_gained"
    """A target in words got figures."""
    BLANK_NOW = "blank_now"
    BLANK_BEFORE = "blank_before"
    NOT_APPLICABLE = "not_applicable"
    """One of the two says 不适用."""
    UNREADABLE = "unreadable"
    """One of the two looks like a number and cannot be read safely."""
    OTHER_NOTATION = "other_notation"
    """A range, a number or a date against one of the others."""
    RANGES_OVERLAP = "ranges_overlap"
    """Two ranges, neither inside the other."""
    REVERSED = "reversed"
    """An upper limit became a lower one, a rise a fall, or the other way round."""
    OTHER_SUBJECT = "other_subject"
    """The words around the figures speak of different things."""
    DIRECTION_UNKNOWN = "direction_unknown"
    """Nothing says whether more or less is better."""


class TargetChange(Struct, frozen=True):
    """How a target changed: ``kind`` is one of the kinds a target can have.

    ``unit_changed`` is true also where the numbers could be compared all the same; ``omitted``
    where a sign or a unit was only left out or supplied.
    """

    kind: Kind
    why: Why | None = None
    unit_changed: bool = False
    omitted: bool = False


class Achieved(Struct, frozen=True):
    """What was reached before (``text``), where the new target asks for less.

    ``far``: by more than a reviewer lets pass without asking.
    """

    text: str
    far: bool


class IndicatorChange(Struct, frozen=True):
    """An indicator in both forms, or in one of them; positions count from 0.

    ``kind`` is the weightiest change; ``renamed``, ``slip`` (renamed as by a typing or reading
    error) and ``moved`` (to another level) hold besides it.  ``achieved`` is set where the new
    target asks for less than what an earlier self-evaluation reports.
    """

    kind: Kind
    now_index: int | None = None
    now: Indicator | None = None
    earlier_index: int | None = None
    earlier: Indicator | None = None
    target: TargetChange | None = None
    renamed: bool = False
    slip: bool = False
    moved: bool = False
    achieved: Achieved | None = None
