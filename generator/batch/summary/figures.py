"""The figures behind the charts: how many of each grade, execution rates, the range of scores."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from itertools import islice

from generator.batch.outcome import Figures
from generator.batch.summary.entry import SummaryEntry, layout_of
from generator.batch.summary.tables import execution_ratio
from generator.forms.models import SelfEvaluationForm
from generator.forms.profiles import load_profile

MOST_BARS = 40
"""A chart with more bars than this cannot be read; the lowest rates are the ones to look at."""

_FULL = Decimal(100)
_STEP = Decimal(10)


@dataclass(frozen=True, slots=True)
class GradeCount:
    """How many forms have a grade (``None``: none at all), as filled in and as computed."""

    grade: str | None
    entered: int
    computed: int


@dataclass(frozen=True, slots=True)
class ProjectRate:
    """The execution rate one project comes to, as a ratio."""

    project_name: str | None
    unit: str | None
    fiscal_year: int | None
    rate: Decimal


def grade_counts(entries: Iterable[SummaryEntry]) -> list[GradeCount]:
    """Return the grades of the profiles in force from the best down, then any others, then none."""
    order: dict[str | None, None] = {}
    entered: Counter[str | None] = Counter()
    computed: Counter[str | None] = Counter()
    for entry in entries:
        if isinstance(entry.form, SelfEvaluationForm):
            profile = load_profile(layout_of(entry.form).profile)
            order.update(dict.fromkeys(band.name for band in profile.grades))
            entered[_rating(entry.outcome.entered)] += 1
            computed[_rating(entry.outcome.computed)] += 1
    found = dict.fromkeys(grade for grade in (*entered, *computed) if grade is not None)
    none = [None] if entered[None] or computed[None] else []
    return [
        GradeCount(grade, entered[grade], computed[grade]) for grade in (*(order | found), *none)
    ]


def project_rates(entries: Iterable[SummaryEntry]) -> tuple[list[ProjectRate], bool]:
    """Return the execution rates, and whether they are the lowest ones only, lowest first."""
    rates = [rate for entry in entries if (rate := _rate_of(entry)) is not None]
    if len(rates) <= MOST_BARS:
        return rates, False
    return list(islice(sorted(rates, key=lambda each: each.rate), MOST_BARS)), True


def score_range(entries: Iterable[SummaryEntry]) -> tuple[Decimal, Decimal] | None:
    """Return from where to where scores go, in full tens; ``None`` where no form has both."""
    points: list[Decimal] = []
    for entry in entries:
        entered, computed = entry.outcome.entered, entry.outcome.computed
        if entered and computed and entered.total_score is not None:
            points += _both(entered.total_score, computed.rule_total_score)
    return (_tens(points), max(_FULL, *points)) if points else None


def _both(entered: Decimal, by_rule: Decimal | None) -> Sequence[Decimal]:
    return () if by_rule is None else (entered, by_rule)


def _tens(points: Sequence[Decimal]) -> Decimal:
    """Return the full ten below all points, at least one step from the top."""
    lowest = (min(points) / _STEP).to_integral_value(ROUND_FLOOR) * _STEP
    return min(max(lowest, Decimal(0)), _FULL - _STEP)


def _rating(figures: Figures | None) -> str | None:
    return None if figures is None else figures.rating


def _rate_of(entry: SummaryEntry) -> ProjectRate | None:
    form, computed = entry.form, entry.outcome.computed
    if not isinstance(form, SelfEvaluationForm) or computed is None:
        return None
    rate = execution_ratio(form, computed.execution_rate)
    outcome = entry.outcome
    if rate is None:
        return None
    return ProjectRate(outcome.project_name, outcome.unit, outcome.fiscal_year, rate)
