"""Everything scoring gives for one self-evaluation: fund totals, rates, scores, totals, grades."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from generator.forms.models import EvaluatedIndicator, EvaluationFunds, FundRow, SelfEvaluationForm
from generator.forms.numbers import round_half_up
from generator.forms.profiles import Profile
from generator.forms.scoring.indicator import score_indicator
from generator.forms.scoring.outcome import IndicatorScore
from generator.forms.values import parse

FundColumn = Literal["initial_budget", "adjusted_budget", "actual_expenditure"]
FUND_COLUMNS: tuple[FundColumn, ...] = ("initial_budget", "adjusted_budget", "actual_expenditure")
PARTS = ("current_appropriation", "carry_over", "other_funds")
FUND_ROWS = ("annual_total", *PARTS)


def parts(funds: EvaluationFunds, column: FundColumn) -> tuple[Decimal | None, ...]:
    """Return what the three sources of funds have in a column, in the order of ``PARTS``."""
    return (
        getattr(funds.current_appropriation, column),
        getattr(funds.carry_over, column),
        getattr(funds.other_funds, column),
    )


def effective_total(form: SelfEvaluationForm, column: FundColumn) -> Decimal | None:
    """Return the year's money in a column, in the form's unit, ``None`` when nothing is given.

    The three parts, where all are given, are the truth; else the total as entered; else what
    parts there are (DESIGN §5: sums are checked where all parts are given).
    """
    given = [part for part in parts(form.funds, column) if part is not None]
    total: Decimal | None = getattr(form.funds.annual_total, column)
    if len(given) == len(PARTS) or (given and total is None):
        return sum(given, Decimal(0))
    return total


def scored_row(form: SelfEvaluationForm) -> FundRow:
    """Return budgets and expenditure as the execution rate uses them.

    The same totals a recalculated workbook shows, so that both give one rate.
    """
    entered = form.funds.annual_total
    initial, adjusted, spent = (effective_total(form, column) for column in FUND_COLUMNS)
    return FundRow.model_construct(  # sums may have more digits than an entry
        initial_budget=initial,
        adjusted_budget=adjusted,
        actual_expenditure=spent,
        execution_rate=entered.execution_rate,
    )


def execution_rate(
    budget: Decimal | None, actual: Decimal | None, profile: Profile
) -> Decimal | None:
    """Return 全年执行数 ÷ 全年预算数 as displayed, half up: percent or ratio by the profile.

    The divisor is the adjusted budget (财预〔2020〕10号, annex 1).  ``None`` unless both are given;
    a zero budget gives 0 (profile ``zero_budget``).
    """
    if budget is None or actual is None:
        return None
    places = profile.execution.decimals.value
    if budget == 0:
        return round_half_up(Decimal(0), places)
    return round_half_up(actual * profile.execution.whole / budget, places)


def execution_score(
    rate: Decimal | None, weight: Decimal | None, profile: Profile
) -> Decimal | None:
    """Return the points of the execution rate: displayed rate, capped at full, times the weight.

    ``weight`` as entered, the profile's where there is none (财预〔2020〕10号, annex 1: rate × 10,
    at most 10).  ``None`` where there is no rate.
    """
    if rate is None:
        return None
    points = profile.execution.weight.value if weight is None else weight
    whole = profile.execution.whole
    return round_half_up(min(max(rate, Decimal(0)), whole) * points / whole, 2)


_ZERO = Decimal(0)


class Scores(Struct, frozen=True):
    """What a self-evaluation comes to by rule.  Rates in the profile's unit, scores in points.

    ``rates`` by fund row; ``indicators`` one outcome a row, in order.  ``total_score`` takes the
    scores people entered, the rule's where none is entered; ``rule_total_score`` every score by
    rule, an indicator no rule decides as entered; both with the recomputed execution score, and
    ``None`` with their grades while no indicator has a score.
    """

    rates: dict[str, Decimal | None]
    execution_score: Decimal | None
    indicators: tuple[IndicatorScore, ...]
    total_weight: Decimal
    total_score: Decimal | None
    rating: str | None
    rule_total_score: Decimal | None
    rule_rating: str | None

    @property
    def execution_rate(self) -> Decimal | None:
        """The displayed rate of the row 年度资金总额."""
        return self.rates["annual_total"]


def score(
    form: SelfEvaluationForm, profile: Profile, outcomes: Sequence[IndicatorScore] | None = None
) -> Scores:
    """Score a self-evaluation.  Pure: the form keeps what people entered.

    ``outcomes`` are what its indicators earn, where they were scored before.
    """
    rates = {row: _rate(form, row, profile) for row in FUND_ROWS}
    earned = execution_score(rates["annual_total"], form.funds.annual_total.weight, profile)
    rows = form.indicators
    if outcomes is None:
        outcomes = [
            score_indicator(parse(row.target), parse(row.actual), row.weight, profile)
            for row in rows
        ]
    by_rule = [outcome.score for outcome in outcomes]
    entered = [row.score for row in rows]
    total = _total(entered, by_rule, earned)
    rule_total = _total(by_rule, entered, earned)
    return Scores(
        rates=rates,
        execution_score=earned,
        indicators=tuple(outcomes),
        total_weight=_total_weight(rows, form.funds.annual_total.weight, profile),
        total_score=total,
        rating=grade_of(total, profile),
        rule_total_score=rule_total,
        rule_rating=grade_of(rule_total, profile),
    )


def grade_of(total: Decimal | None, profile: Profile) -> str | None:
    """Return the grade of a total score by the profile's half-open bands, the lowest below them."""
    if total is None:
        return None
    for band in profile.grades:
        if total >= band.at_least.value:
            return band.name
    return profile.grades[-1].name


def _rate(form: SelfEvaluationForm, row: str, profile: Profile) -> Decimal | None:
    funds = scored_row(form) if row == "annual_total" else getattr(form.funds, row)
    return execution_rate(funds.adjusted_budget, funds.actual_expenditure, profile)


def _total(
    first: Sequence[Decimal | None], second: Sequence[Decimal | None], earned: Decimal | None
) -> Decimal | None:
    """Add up the first choice of every row, the second where it is missing."""
    chosen = [one if one is not None else other for one, other in zip(first, second, strict=True)]
    if all(points is None for points in chosen):
        return None
    return round_half_up(sum((points or _ZERO for points in chosen), earned or _ZERO), 2)


def _total_weight(
    rows: Sequence[EvaluatedIndicator], entered: Decimal | None, profile: Profile
) -> Decimal:
    """Add up the weights, execution included: as entered, else the profile's."""
    execution = profile.execution.weight.value if entered is None else entered
    return sum((row.weight or _ZERO for row in rows), execution)
