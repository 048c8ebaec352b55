"""What a scoring profile says: weights, bands and thresholds, each with its source.

Nothing in it is a bare number: every value is a :class:`Cited`, so that a finding can always say
which document it rests on and how sure that is.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import Field

from generator.forms.data_files import Record
from generator.forms.values import Grade

T = TypeVar("T")
Named = Annotated[str, Field(min_length=1)]


class Certainty(StrEnum):
    """How sure a source is, as the rule book marks it."""

    VERIFIED = "verified"
    """The published text was read."""
    LOCAL = "local"
    """A published local document or system applies it."""
    PRACTICE = "practice"
    """Seen in published forms, or chosen by the makers of this program."""
    MEMORY = "memory"
    """Wording or clause not verified: cited by document only."""


class Cited(Record, Generic[T]):
    """A value and where it comes from; ``since`` is a date as exact as it is known."""

    value: T
    reference: Named
    certainty: Certainty
    since: Annotated[str, Field(pattern=r"^\d{4}(-\d\d){0,2}$")] | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """Be pickled as plain ``Cited``: the class of a ``Cited[Decimal]`` is found nowhere."""
        return object.__new__, (Cited,), self.__getstate__()


class Execution(Record):
    """How the budget execution rate is shown and scored."""

    weight: Cited[Decimal]
    unit: Cited[Literal["percent", "ratio"]]
    decimals: Cited[int]
    reason_below: Cited[Decimal]

    @property
    def whole(self) -> Decimal:
        """Full execution in the unit the rate is shown in: 100 (percent) or 1 (ratio)."""
        return Decimal(100 if self.unit.value == "percent" else 1)


class GradeBand(Record):
    """A grade and the total score it begins at; it ends below the band above it."""

    name: Named
    at_least: Cited[Decimal]


class Band(Record):
    """The shares of the weight a qualitative grade allows, both ends included."""

    top: Decimal
    bottom: Decimal


class OverAchievement(Record):
    """From which share of the target an over-achievement wants a reason, and the target is doubted.

    ``doubtful_limit`` is the share of an upper limit that, or less of which, makes it look loose;
    zero against a limit of ``small_percentage`` or ``small_number`` at most does not.
    """

    threshold: Cited[Decimal]
    doubtful: Cited[Decimal]
    doubtful_limit: Cited[Decimal]
    small_percentage: Cited[Decimal]
    small_number: Cited[Decimal]


class Tolerances(Record):
    """Differences that are let pass: in points, except ``proportional_share`` (of the weight)."""

    effect_info: Cited[Decimal]
    effect_warning: Cited[Decimal]
    sum_tolerance: Cited[Decimal]
    one_decimal: Cited[Decimal]
    proportional_points: Cited[Decimal]
    proportional_share: Cited[Decimal]


class ReviewLimits(Record):
    """From where on a reviewer asks: shares (of 1), points, numbers of rows."""

    budget_change: Cited[Decimal]
    fewest_indicators: Cited[int]
    most_indicators: Cited[int]
    heaviest_weight: Cited[Decimal]
    heaviest_share: Cited[Decimal]
    heaviest_share_from: Cited[Decimal]
    full_score_share: Cited[Decimal]
    same_cut_rows: Cited[int]
    repeated_cut_rows: Cited[int]
    repeated_cut_spread: Cited[Decimal]
    repeated_reason_rows: Cited[int]


class Structure(Record):
    """Which kinds of indicators a form must have, should have, and is expected to have."""

    required: Cited[tuple[str, ...]]
    advisable: Cited[tuple[str, ...]]
    expected: Cited[tuple[str, ...]]


class Level1(Record):
    """One level-1 kind: its other names, and its level-2 kinds with theirs."""

    aliases: tuple[str, ...] = ()
    level2: Mapping[str, tuple[str, ...]]


class Profile(Record):
    """Everything that differs between places and years in how a form is scored and reviewed."""

    id: Named
    name: Named
    title: Named
    execution: Execution
    level1_weights: Cited[Mapping[str, Decimal]]
    grades: Annotated[tuple[GradeBand, ...], Field(min_length=1)]
    inverse_method: Cited[Literal["linear_to_twice_target", "target_over_actual"]]
    qualitative: Mapping[Grade, Cited[Band]]
    over_achievement: OverAchievement
    zero_budget: Cited[Literal["score_0"]]
    tolerances: Tolerances
    review: ReviewLimits
    structure: Structure
    indicator_catalogue: Cited[Mapping[str, Level1]]

    @cached_property
    def _level1_names(self) -> Mapping[str, str]:
        kinds = self.indicator_catalogue.value.items()
        return {alias: name for name, kind in kinds for alias in (name, *kind.aliases)}

    @cached_property
    def _level2_names(self) -> Mapping[str, str]:
        kinds = self.indicator_catalogue.value.values()
        return {
            alias: name
            for kind in kinds
            for name, aliases in kind.level2.items()
            for alias in (name, *aliases)
        }

    def level1(self, printed: str | None) -> str | None:
        """Return the catalogue's name of a level-1 kind, ``None`` for one it does not know."""
        return self._level1_names.get(printed or "")

    def level2(self, printed: str | None) -> str | None:
        """Return the catalogue's name of a level-2 kind, ``None`` for one it does not know."""
        return self._level2_names.get(printed or "")
