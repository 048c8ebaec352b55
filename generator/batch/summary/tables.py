"""The rows a file gives to each table of a summary; nothing here is drawn."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from generator.batch.outcome import Computed, Figures, Outcome
from generator.batch.summary.entry import Row, SummaryEntry, Value, layout_of, money
from generator.forms.findings import Severity
from generator.forms.models import Indicator, SelfEvaluationForm, TargetForm
from generator.forms.profiles import load_profile
from generator.forms.scoring.totals import scored_row
from generator.workbook.formulas.sums import live_sum, parts_of
from generator.workbook.layout import Layout

_NOTHING = Figures(None, None, None, None)
_NOT_COMPUTED = Computed(None, None, None, None)


def result_rows(entry: SummaryEntry) -> Iterator[Row]:
    """Yield the row of a self-evaluation: its money, its figures as filled in and as computed.

    No column shows its ``profile``; the statistics need it.
    """
    form = entry.form
    if isinstance(form, SelfEvaluationForm):
        profile = {"profile": layout_of(form).profile}
        yield {**_whose(entry.outcome), **_spent(form), **_judged(entry, form), **profile}


def target_rows(entry: SummaryEntry) -> Iterator[Row]:
    """Yield the row of a target form: what it is, the money asked for, the year's goal."""
    if isinstance(entry.form, TargetForm):
        yield {**_whose(entry.outcome), **_declared(entry.form)}


def indicator_rows(entry: SummaryEntry) -> Iterator[Row]:
    """Yield one row an indicator of a form, with what the rule gives where it decides."""
    if entry.form is None:
        return
    layout = layout_of(entry.form)
    head = {**_whose(entry.outcome), "form_name": layout.form_name}
    by_rule = (entry.outcome.computed or _NOT_COMPUTED).indicator_scores
    for index, row in enumerate(entry.form.indicators):
        rule_score = by_rule[index] if index < len(by_rule) else None
        yield {**head, **_indicator(row, layout), "rule_score": rule_score}


def unread_rows(entry: SummaryEntry) -> Iterator[Row]:
    """Yield the row of a file that could not be read, with the reason."""
    reason = entry.outcome.rejection
    if reason is not None:
        yield {"file": entry.outcome.file, "code": reason.code, "reason": reason.message}


TABLES: dict[str, Callable[[SummaryEntry], Iterator[Row]]] = {
    "results": result_rows,
    "targets": target_rows,
    "indicators": indicator_rows,
    "unread": unread_rows,
}
"""The tables by their keys in the wording."""


def _whose(outcome: Outcome) -> dict[str, Value]:
    return {
        "project_name": outcome.project_name,
        "department": outcome.department,
        "unit": outcome.unit,
        "fiscal_year": outcome.fiscal_year,
    }


def _spent(form: SelfEvaluationForm) -> dict[str, Value]:
    total = scored_row(form)
    return {
        "adjusted_budget": money(form, total.adjusted_budget),
        "actual_expenditure": money(form, total.actual_expenditure),
    }


def _judged(entry: SummaryEntry, form: SelfEvaluationForm) -> dict[str, Value]:
    entered = entry.outcome.entered or _NOTHING
    computed = entry.outcome.computed or _NOT_COMPUTED
    return {
        "execution_rate": _ratio(form, entered.execution_rate),
        "computed_execution_rate": _ratio(form, computed.execution_rate),
        "total_score": entered.total_score,
        "rating": entered.rating,
        "computed_total_score": computed.total_score,
        "computed_rating": computed.rating,
        "rule_total_score": computed.rule_total_score,
        "errors": entry.outcome.count(Severity.ERROR),
        "warnings": entry.outcome.count(Severity.WARNING),
    }


def _declared(form: TargetForm) -> dict[str, Value]:
    funds = form.funds
    request = funds.annual_request
    if request is None:
        request = live_sum(parts_of(form, "funds.annual_request"))
    return {
        "project_nature": form.project_nature,
        "project_category": form.project_category,
        "annual_request": money(form, request),
        "current_appropriation": money(form, funds.current_appropriation),
        "carry_over": money(form, funds.carry_over),
        "annual_other_funds": money(form, funds.annual_other_funds),
        "annual_goal": form.annual_goal,
        "indicators": len(form.indicators),
    }


def _indicator(row: Indicator, layout: Layout) -> dict[str, Value]:
    return {
        "level1": row.level1,
        "level2": row.level2 or layout.implied_level2.get(row.level1 or ""),
        "name": row.name,
        "target": row.target,
        "actual": getattr(row, "actual", None),
        "weight": row.weight,
        "score": getattr(row, "score", None),
    }


def _ratio(form: SelfEvaluationForm, rate: Decimal | None) -> Decimal | None:
    """Return a rate of a form, which stands in its layout's unit, as a ratio."""
    profile = load_profile(layout_of(form).profile)
    return None if rate is None else rate / profile.execution.whole
