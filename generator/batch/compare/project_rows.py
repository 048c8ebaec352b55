"""The rows of 项目对照: one for each pair, then the forms without a counterpart."""

from collections import Counter
from collections.abc import Iterator

from generator.batch.compare.rows import Row, Value, shown
from generator.batch.compare.run import ComparedPair, Comparison, FiledForm
from generator.forms.comparison import FormComparison, Kind
from generator.forms.comparison.faulty import form_name
from generator.forms.comparison.money import BUDGETS, MoneyChange
from generator.forms.comparison.wording import wording
from generator.forms.findings import Severity
from generator.forms.models import Form


def project_rows(comparison: Comparison) -> Iterator[Row]:
    """Yield the rows in the order of the sheet."""
    yield from map(_pair_row, comparison.pairs)
    for filed in comparison.only_current:
        yield _alone(filed, "only_current", "this", "file")
    for filed in comparison.only_earlier:
        yield _alone(filed, "only_earlier", "that", "earlier_file")


def _pair_row(pair: ComparedPair) -> Row:
    result = pair.result
    return {
        **_head(result.current),
        **_money(result),
        "relation": wording().relations[result.relation],
        "this": form_name(result.current),
        "that": form_name(result.earlier),
        "changes": _changes(result),
        "findings": _findings(result),
        "earlier_project": _former_name(result),
        "file": shown(pair.file),
        "earlier_file": shown(pair.earlier_file),
    }


def _former_name(result: FormComparison) -> str | None:
    former = result.earlier.project_name
    return shown(former) if former != result.current.project_name else None


def _alone(filed: FiledForm, phrase: str, form: str, file: str) -> Row:
    words = {"relation": wording().phrases[phrase], form: form_name(filed.form)}
    return {**_head(filed.form), **words, file: shown(filed.file)}


def _head(form: Form) -> dict[str, Value]:
    return {
        "project": shown(form.project_name),
        "unit": shown(form.unit or form.department),
    }


def _money(result: FormComparison) -> dict[str, Value]:
    """Return the year's totals: what was budgeted, adjusted and spent before, and asked for now."""
    totals = {each.earlier_field: each for each in result.money if _is_budget(each)}
    budget = next((totals[field] for field in BUDGETS if field in totals), None)
    spent = {each.earlier_field.removeprefix("funds.annual_total."): each for each in result.money}
    columns = {"earlier_adjusted": "adjusted_budget", "earlier_spent": "actual_expenditure"}
    values: dict[str, Value] = {
        key: spent[measure].earlier for key, measure in columns.items() if measure in spent
    }
    if budget is not None:
        values |= {"earlier_budget": budget.earlier, "now_budget": budget.now}
        values |= {"difference": budget.difference, "percent": budget.percent}
    return values


def _is_budget(change: MoneyChange) -> bool:
    return change.now_field in BUDGETS and change.earlier_field in BUDGETS


def _changes(result: FormComparison) -> str | None:
    counts = Counter(change.kind for change in result.indicators)
    return _listed((wording().kinds[kind], counts[kind]) for kind in Kind)


def _findings(result: FormComparison) -> str | None:
    counts = Counter(finding.severity for finding in result.findings)
    return _listed((severity.chinese, counts[severity]) for severity in Severity)


def _listed(counts: Iterator[tuple[str, int]]) -> str | None:
    words = wording().phrases
    named = [words["count"].format(word=word, count=count) for word, count in counts if count]
    return words["list"].join(named) or None
