"""The two forms: 绩效目标申报表 (targets) and 绩效自评表 (self-evaluation).

The models are the interchange contract: a form as JSON has these keys and no others.
Amounts, rates, weights and scores are ``Decimal`` (in JSON plain decimal strings); everything
else is text as printed; what is absent is ``None``.  A rate stands in the unit its layout
prints (percent, or a ratio in Shenzhen).
"""

from decimal import Decimal
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

from generator.forms import numbers

Amount = Annotated[
    Decimal,
    PlainSerializer(numbers.text, return_type=str, when_used="json"),
    Field(allow_inf_nan=False, max_digits=24, decimal_places=10),
]
"""A figure of a form: money in the form's own unit, points, or a rate."""

Text = Annotated[str, Field(min_length=1, max_length=32767)]
"""Text of one cell; an empty cell is ``None``, never ``""``."""

MoneyUnit = Literal["元", "万元"]


class _Part(BaseModel):
    """A part of a form: unknown keys are refused, changes are checked."""

    model_config = ConfigDict(extra="forbid", validate_assignment=True, defer_build=True)


class Indicator(_Part):
    """One level-3 indicator of a target form.

    Level-1 and level-2 names are filled down; ``level2`` is ``None`` where the form prints none.
    """

    level1: Text | None = None
    level2: Text | None = None
    name: Text | None = None
    target: Text | None = None
    weight: Amount | None = None


class EvaluatedIndicator(Indicator):
    """One level-3 indicator of a self-evaluation: what was aimed at, reached and scored."""

    actual: Text | None = None
    score: Amount | None = None
    deviation_analysis: Text | None = None


class TargetFunds(_Part):
    """The money of a target form: for the whole project and for the year."""

    total_funds: Amount | None = None
    fiscal_funds: Amount | None = None
    other_funds: Amount | None = None
    annual_request: Amount | None = None
    current_appropriation: Amount | None = None
    carry_over: Amount | None = None
    annual_other_funds: Amount | None = None


class FundRow(_Part):
    """One source of funds of a self-evaluation: budgeted, adjusted, spent."""

    initial_budget: Amount | None = None
    adjusted_budget: Amount | None = None
    actual_expenditure: Amount | None = None
    execution_rate: Amount | None = None


class FundTotal(FundRow):
    """The row 年度资金总额, the only one that is scored (财预〔2020〕10号, annex 1)."""

    weight: Amount | None = None
    score: Amount | None = None


class EvaluationFunds(_Part):
    """The money of a self-evaluation."""

    annual_total: FundTotal = Field(default_factory=FundTotal)
    current_appropriation: FundRow = Field(default_factory=FundRow)
    carry_over: FundRow = Field(default_factory=FundRow)
    other_funds: FundRow = Field(default_factory=FundRow)


class _Head(_Part):
    layout: Text
    fiscal_year: Annotated[int, Field(ge=1990, le=2100)] | None = None
    title: Text | None = None
    project_name: Text | None = None
    department: Text | None = None
    unit: Text | None = None
    money_unit: MoneyUnit | None = None


class TargetForm(_Head):
    """绩效目标申报表: what a project is to reach in a year, and with what money."""

    project_nature: Text | None = None
    project_category: Text | None = None
    planned_start: Text | None = None
    planned_end: Text | None = None
    funds: TargetFunds = Field(default_factory=TargetFunds)
    overall_goal: Text | None = None
    annual_goal: Text | None = None
    indicators: list[Indicator] = Field(default_factory=list)


class SelfEvaluationForm(_Head):
    """绩效自评表: what was reached, scored and explained."""

    project_amount: Amount | None = None
    funds: EvaluationFunds = Field(default_factory=EvaluationFunds)
    expected_goal: Text | None = None
    actual_result: Text | None = None
    indicators: list[EvaluatedIndicator] = Field(default_factory=list)
    total_weight: Amount | None = None
    total_score: Amount | None = None
    rating: Text | None = None


Form = TargetForm | SelfEvaluationForm

_TARGET_ONLY = {"annual_goal", "overall_goal", "planned_start", "project_nature"}


def from_json(data: dict[str, Any]) -> Form:
    """Build the form a JSON object holds, telling its kind by its keys.

    Raises ``pydantic.ValidationError`` for unknown keys, wrong types or impossible figures.
    """
    model = TargetForm if _TARGET_ONLY & data.keys() else SelfEvaluationForm
    return model.model_validate(data)


def to_json(form: Form) -> dict[str, Any]:
    """Return the form as the JSON object of the contract: the keys its layout has, no others."""
    return form.model_dump(mode="json", exclude_unset=True)


Part = TypeVar("Part", bound=BaseModel)


def copy_of(form: Form) -> Form:
    """Return a form that may be changed without the other changing, and the other way round."""
    rows = [row.model_copy() for row in form.indicators]
    return form.model_copy(update={"funds": _parted(form.funds), "indicators": rows})


def _parted(funds: Part) -> Part:
    parts = {name: value for name, value in funds.__dict__.items() if isinstance(value, BaseModel)}
    return funds.model_copy(update={name: part.model_copy() for name, part in parts.items()})
