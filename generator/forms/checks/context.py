"""What every check is given: the form, its profile, what its layout prints, its scores.

Made once a form, so that nothing is read or computed twice.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct, field

from generator.forms.fields import indicator_field
from generator.forms.models import (
    EvaluatedIndicator,
    Form,
    Indicator,
    SelfEvaluationForm,
    TargetForm,
)
from generator.forms.profiles import Profile
from generator.forms.scoring import IndicatorScore, Scores, says_nothing_happened, score
from generator.forms.values import NotApplicable, Value, parse, says_not_applicable

WHOLE_BLOCK = "indicators"
"""The field of a finding about the indicator block as a whole."""


class FormFacts(Struct, frozen=True):
    """What the layout knows about a form.

    ``printed``: the fields the layout shows to people, scalar paths and columns
    (``indicators.weight``); a missing field it does not print is no finding.
    ``implied_level2``: the level 2 a level 1 stands for where none is printed.
    ``label_maxima``: the points printed in a label ("产出指标（50分）"), by name of the kind.
    """

    printed: frozenset[str]
    implied_level2: Mapping[str, str] = field(default_factory=dict)
    label_maxima: Mapping[str, Decimal] = field(default_factory=dict)


class Row(Struct, frozen=True):
    """One indicator that has anything in it, with target and actual read.

    ``level1`` and ``level2`` are the profile's names, ``None`` for kinds it does not know;
    ``active`` is false for rows marked 不适用.
    """

    index: int
    name: str
    level1: str | None
    level2: str | None
    target: Value
    actual: Value
    active: bool

    def field(self, column: str) -> str:
        """Return the path of one of its columns."""
        return indicator_field(self.index, column)

    @property
    def place(self) -> str:
        """Name the row as staff would: 第3项指标“年度微信推文发布数”."""
        return (
            f"第{self.index + 1}项指标“{self.name}”" if self.name else f"第{self.index + 1}项指标"
        )


class ScoredRow(Struct, frozen=True):
    """One indicator of a self-evaluation: the row, what was entered, what it earns by rule."""

    row: Row
    entered: EvaluatedIndicator
    outcome: IndicatorScore


class Context(Struct, frozen=True):
    """A form of either kind under review."""

    form: Form
    profile: Profile
    facts: FormFacts
    rows: tuple[Row, ...]

    def prints(self, name: str) -> bool:
        """Tell whether the layout prints a scalar field or a column (``indicators.weight``)."""
        return name in self.facts.printed

    @property
    def active(self) -> list[Row]:
        """The rows that are not marked 不适用."""
        return [row for row in self.rows if row.active]


class TargetContext(Context, frozen=True):
    """A target form under review."""

    form: TargetForm


class EvaluationContext(Context, frozen=True):
    """A self-evaluation under review, with its scores."""

    form: SelfEvaluationForm
    scores: Scores
    scored: tuple[ScoredRow, ...]


def context_of(
    form: Form,
    profile: Profile,
    facts: FormFacts,
    outcomes: Sequence[IndicatorScore] | None = None,
) -> TargetContext | EvaluationContext:
    """Read and score a form for its checks; ``outcomes`` as in :func:`score`."""
    rows = tuple(
        _row(index, indicator, profile)
        for index, indicator in enumerate(form.indicators)
        if _used(indicator)
    )
    if isinstance(form, TargetForm):
        return TargetContext(form, profile, facts, rows)
    scores = score(form, profile, outcomes)
    scored = tuple(
        ScoredRow(row, form.indicators[row.index], scores.indicators[row.index]) for row in rows
    )
    return EvaluationContext(form, profile, facts, rows, scores, scored)


@lru_cache(maxsize=4096)
def kind_name(printed: str | None) -> str:
    """Return a printed level name without blanks and without points in brackets behind it."""
    name = "".join((printed or "").split())
    for opening in "(（":
        head, found, tail = name.partition(opening)
        if found and any(char.isdigit() for char in tail):
            name = head
    return name


def _used(indicator: Indicator) -> bool:
    """Tell whether anything was entered beside the levels, which are there in unused rows too."""
    if indicator.name is not None or indicator.target is not None or indicator.weight is not None:
        return True
    return isinstance(indicator, EvaluatedIndicator) and any(
        entry is not None
        for entry in (indicator.actual, indicator.score, indicator.deviation_analysis)
    )


def _row(index: int, indicator: Indicator, profile: Profile) -> Row:
    target = parse(indicator.target)
    actual = parse(indicator.actual if isinstance(indicator, EvaluatedIndicator) else None)
    return Row(
        index,
        (indicator.name or "").strip(),
        profile.level1(kind_name(indicator.level1)),
        profile.level2(kind_name(indicator.level2)),
        target,
        actual,
        _active(indicator, target, actual),
    )


def _active(indicator: Indicator, target: Value, actual: Value) -> bool:
    """Tell whether a row applies: nothing in it says 不适用, and 无 as an actual may mean zero."""
    if isinstance(target, NotApplicable) or says_not_applicable(indicator.name):
        return False
    return not isinstance(actual, NotApplicable) or says_nothing_happened(target, actual)
