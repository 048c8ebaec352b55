"""Made forms: a target form and a self-evaluation from rows of name and target."""

from decimal import Decimal
from typing import Any

from generator.forms.comparison import FormComparison, IndicatorChange, compare_forms
from generator.forms.models import (
    EvaluatedIndicator,
    Indicator,
    SelfEvaluationForm,
    TargetForm,
)

PROJECT = {
    "project_name": "社保档案资料管理费",
    "department": "上海市人力资源和社会保障局",
    "unit": "上海市社会保险事业管理中心",
}
QUALITY = ("产出指标", "质量指标")


def row(name: str, target: str | None, levels: tuple[str, str | None] = QUALITY) -> Indicator:
    return Indicator(level1=levels[0], level2=levels[1], name=name, target=target)


def reached(
    name: str, target: str | None, actual: str | None, levels: tuple[str, str | None] = QUALITY
) -> EvaluatedIndicator:
    return EvaluatedIndicator(
        level1=levels[0], level2=levels[1], name=name, target=target, actual=actual
    )


def targets(*rows: Indicator, year: int = 2024, **head: Any) -> TargetForm:
    known = {"layout": "sh-decl-2026", "fiscal_year": year, "money_unit": "元", **PROJECT, **head}
    return TargetForm(**known, indicators=list(rows))


def evaluation(*rows: EvaluatedIndicator, year: int = 2023, **head: Any) -> SelfEvaluationForm:
    known = {"layout": "sh-eval-2023", "fiscal_year": year, "money_unit": "万元", **PROJECT, **head}
    return SelfEvaluationForm(**known, indicators=list(rows))


def changes(earlier: list[Indicator], now: list[Indicator]) -> tuple[IndicatorChange, ...]:
    """Compare two target forms, a year apart, that have these rows."""
    return compare_forms(targets(*now), targets(*earlier, year=2023)).indicators


def change_of(earlier: str | None, now: str | None, name: str = "群众满意度") -> IndicatorChange:
    """Compare two targets of one indicator."""
    (change,) = changes([row(name, earlier)], [row(name, now)])
    return change


def money(form: TargetForm | SelfEvaluationForm, field: str, amount: str) -> None:
    """Put an amount of the year's total into a form."""
    total = form.funds if isinstance(form, TargetForm) else form.funds.annual_total
    setattr(total, field, Decimal(amount))


def rules(comparison: FormComparison) -> list[tuple[str, str, str]]:
    """Return the findings as rule, severity and field."""
    return [(each.rule, each.severity.value, each.field) for each in comparison.findings]
