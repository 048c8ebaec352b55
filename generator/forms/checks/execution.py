"""FND-3 and FND-4: the printed execution rate and its score are what the money gives."""

from collections.abc import Iterator
from decimal import Decimal

from generator.forms.catalogue import Fault, by_effect, fault, shown
from generator.forms.checks.context import EvaluationContext
from generator.forms.checks.registry import evaluation_check
from generator.forms.checks.wording import FUND_ROWS
from generator.forms.explanations import (
    RateFigures,
    ScoreFigures,
    explain_execution_score,
    explain_rate,
)
from generator.forms.findings import Severity
from generator.forms.models import FundRow
from generator.forms.scoring import execution_score, scored_row


@evaluation_check("FND-3")
def rates_are_right(context: EvaluationContext) -> Iterator[Fault]:
    """Each printed rate is 全年执行数 ÷ 全年预算数 (the adjusted budget).

    Judged by the points the difference makes at the weight of the execution rate; what lies
    beyond full execution makes none.  A source that has the same money and the same rate as the
    total is the same slip, told once.
    """
    for row, name in _rate_rows(context):
        entered = getattr(context.form.funds, row).execution_rate
        expected = context.scores.rates[row]
        money = _money(context, row)
        if entered is None or expected is None or money is None or entered == expected:
            continue
        yield fault(
            f"funds.{row}.execution_rate",
            entered=entered,
            expected=expected,
            effect=_points(entered, context) - _points(expected, context),
            explanation=explain_rate(money, entered),
            place=f"{name}的执行率",
            spent=money.actual,
            budget=money.adjusted,
            percent="%" if context.profile.execution.unit.value == "percent" else "",
        )


@evaluation_check("FND-4")
def execution_score_is_right(context: EvaluationContext) -> Iterator[Fault]:
    """The execution score is the displayed rate, capped at full, times its weight.

    A score that follows from a rate which is itself in doubt is the same slip: it is an error
    where it spoils the total, else it is only noted.
    """
    total = context.form.funds.annual_total
    rate, expected = context.scores.execution_rate, context.scores.execution_score
    if total.score is None or rate is None or expected is None or total.score == expected:
        return
    effect = total.score - expected
    follows = execution_score(total.execution_rate, total.weight, context.profile) == total.score
    doubtful = by_effect(effect, context.profile) is not Severity.ERROR
    weight = context.profile.execution.weight.value if total.weight is None else total.weight
    yield fault(
        "funds.annual_total.score",
        entered=total.score,
        expected=expected,
        variant="follows" if follows and doubtful else None,
        effect=effect,
        explanation=explain_execution_score(
            ScoreFigures(total.execution_rate, rate, weight, context.profile), total.score
        ),
        rate=_with_unit(context, rate),
        weight=weight,
    )


def _rate_rows(context: EvaluationContext) -> Iterator[tuple[str, str]]:
    """Yield the fund rows whose rates are looked at, each with its Chinese name."""
    funds = context.form.funds
    whole = funds.annual_total
    told = (whole.adjusted_budget, whole.actual_expenditure, whole.execution_rate)
    for row, name in FUND_ROWS.items():
        part: FundRow = getattr(funds, row)
        same = (part.adjusted_budget, part.actual_expenditure, part.execution_rate) == told
        if part is whole or not same:
            yield row, name


def _money(context: EvaluationContext, row: str) -> RateFigures | None:
    """Return the money of a fund row, ``None`` where budget or expenditure is missing."""
    form = context.form
    funds: FundRow = scored_row(form) if row == "annual_total" else getattr(form.funds, row)
    if funds.adjusted_budget is None or funds.actual_expenditure is None:
        return None
    return RateFigures(
        funds.initial_budget, funds.adjusted_budget, funds.actual_expenditure, context.profile
    )


def _points(rate: Decimal, context: EvaluationContext) -> Decimal:
    """Return the points of a rate, unrounded, so that a cut digit weighs what it is worth."""
    execution = context.profile.execution
    entered = context.form.funds.annual_total.weight
    weight = execution.weight.value if entered is None else entered
    return min(max(rate, Decimal(0)), execution.whole) * weight / execution.whole


def _with_unit(context: EvaluationContext, rate: Decimal) -> str:
    percent = context.profile.execution.unit.value == "percent"
    return f"{shown(rate)}%" if percent else shown(rate)
