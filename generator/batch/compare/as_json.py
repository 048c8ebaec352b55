"""A comparison as JSON: a list, one object a pair, then one for each form without a counterpart."""

from decimal import Decimal
from typing import Any

from generator.batch.compare.run import ComparedPair, Comparison, FiledForm
from generator.forms import numbers
from generator.forms.comparison import IndicatorChange, MoneyChange
from generator.forms.findings import Finding
from generator.forms.models import EvaluatedIndicator, Form, Indicator, TargetForm


def comparison_to_json(comparison: Comparison) -> list[dict[str, Any]]:
    """Return the list; amounts are in 元, figures decimal strings, positions count from 0.

    A form without a counterpart has ``current`` or ``earlier`` null, and empty lists.
    """
    return [
        *(_pair(each) for each in comparison.pairs),
        *(_alone(_head(each), None) for each in comparison.only_current),
        *(_alone(None, _head(each)) for each in comparison.only_earlier),
    ]


def _pair(pair: ComparedPair) -> dict[str, Any]:
    result = pair.result
    return {
        "current": _form(pair.file, result.current),
        "earlier": _form(pair.earlier_file, result.earlier),
        "relation": result.relation.value,
        "money": [_money(each) for each in result.money],
        "indicators": [_indicator(each) for each in result.indicators],
        "findings": [_finding(each) for each in result.findings],
    }


def _alone(current: dict[str, Any] | None, earlier: dict[str, Any] | None) -> dict[str, Any]:
    empty: dict[str, Any] = {"money": [], "indicators": [], "findings": []}
    return {"current": current, "earlier": earlier, "relation": None, **empty}


def _head(filed: FiledForm) -> dict[str, Any]:
    return _form(filed.file, filed.form)


def _form(file: str, form: Form) -> dict[str, Any]:
    return {
        "file": file,
        "form": "target" if isinstance(form, TargetForm) else "self_evaluation",
        "layout": form.layout,
        "fiscal_year": form.fiscal_year,
        "project_name": form.project_name,
        "department": form.department,
        "unit": form.unit,
    }


def _money(change: MoneyChange) -> dict[str, Any]:
    return {
        "field": change.now_field,
        "earlier_field": change.earlier_field,
        "earlier": numbers.text(change.earlier),
        "now": numbers.text(change.now),
        "difference": numbers.text(change.difference),
        "percent": _text(change.percent),
    }


def _indicator(change: IndicatorChange) -> dict[str, Any]:
    target = change.target
    return {
        "kind": change.kind.value,
        "renamed": change.renamed,
        "moved": change.moved,
        "unit_changed": target is not None and target.unit_changed,
        "why": None if target is None or target.why is None else target.why.value,
        "earlier": _row(change.earlier_index, change.earlier),
        "now": _row(change.now_index, change.now),
        "achieved": _actual(change.earlier),
        "looser_than_achieved": change.achieved is not None,
    }


def _row(index: int | None, row: Indicator | None) -> dict[str, Any] | None:
    if row is None:
        return None
    levels = {"level1": row.level1, "level2": row.level2}
    return {"index": index, **levels, "name": row.name, "target": row.target}


def _actual(row: Indicator | None) -> str | None:
    return row.actual if isinstance(row, EvaluatedIndicator) else None


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "field": finding.field,
        "message": finding.message,
        "entered": finding.entered,
        "expected": finding.expected,
        "reference": finding.reference,
        "explanation": finding.explanation,
    }


def _text(number: Decimal | None) -> str | None:
    return None if number is None else numbers.text(number)
