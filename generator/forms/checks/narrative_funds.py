"""Money in a result held against the fund block: 年初预算2万元, 预算执行率98%."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from generator.forms.catalogue import shown
from generator.forms.checks.context import EvaluationContext
from generator.forms.checks.results import result_of
from generator.forms.checks.wording import FUND_COLUMNS as COLUMN_NAMES
from generator.forms.checks.wording import FUND_ROWS
from generator.forms.narrative import FUND_COLUMNS, Figure, figures, narrative_words, prose

_FACTORS = {"元": Decimal(1), "万元": Decimal(10000)}
_OPENINGS = ("", "项目", "本项目", "该项目", "全年", "年度", "本年", "其中")
_RATE = "execution_rate"


class FundContradiction(Struct, frozen=True):
    """What a result says of the money, and what the form has for it."""

    said: str
    column: str
    expected: str


def fund_contradictions(context: EvaluationContext) -> Iterator[FundContradiction]:
    """Yield the figures that a result gives for a column of the fund block and no row there has.

    Only where the clause says nothing else in front of the column's name.
    """
    for figure in figures(prose(result_of(context.form))):
        if not (figure.is_money or figure.is_percent) or figure.sign or figure.approximate:
            continue
        column = _column(figure)
        if column is None or (column == _RATE) is not figure.is_percent:
            continue
        values = _values(context, column)
        if values and not any(abs(value - figure.value) <= figure.step for value in values):
            yield FundContradiction(
                figure.clause,
                COLUMN_NAMES.get(column, "预算执行率"),
                _shown(context, column, values[0]),
            )


def _column(figure: Figure) -> str | None:
    """Return the column whose name stands right before a figure, None for no column."""
    names = narrative_words().funds
    for column in FUND_COLUMNS:
        for name in getattr(names, column):
            head = figure.before.removesuffix(name)
            if head != figure.before and head.lstrip("、") in _OPENINGS:
                return column
    return None


def _values(context: EvaluationContext, column: str) -> list[Decimal]:
    """Return what the fund block has in a column, the total first, in 元 or percent."""
    form = context.form
    if column == _RATE:
        factor = 100 / context.profile.execution.whole
        rates = (form.funds.annual_total.execution_rate, context.scores.execution_rate)
        return [rate * factor for rate in rates if rate is not None]
    if form.money_unit is None:
        return []
    amounts = (getattr(getattr(form.funds, row), column) for row in FUND_ROWS)
    return [amount * _FACTORS[form.money_unit] for amount in amounts if amount is not None]


def _shown(context: EvaluationContext, column: str, value: Decimal) -> str:
    if column == _RATE:
        return f"{shown(value.normalize())}%"
    unit = context.form.money_unit or "元"
    return f"{shown(value / _FACTORS[unit])}{unit}"
