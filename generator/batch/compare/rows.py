"""A comparison as rows: for the screen and for the sheets of the workbook."""

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.batch.compare.run import ComparedPair, Comparison, FiledForm
from generator.batch.report.shown import plain
from generator.forms.comparison import FormComparison, IndicatorChange, Kind
from generator.forms.comparison.faults import form_name
from generator.forms.comparison.money import BUDGETS, MoneyChange
from generator.forms.comparison.wording import wording
from generator.forms.field_names import name_of
from generator.forms.findings import Finding, Severity
from generator.forms.models import EvaluatedIndicator, Form, Indicator

Value = str | int | Decimal | None
Row = Mapping[str, Value]


def comparison_headings() -> tuple[str, ...]:
    """Return the headings of the table on the screen."""
    return tuple(wording().console.values())


def comparison_rows(comparison: Comparison) -> list[tuple[str, ...]]:
    """Return the rows of the table on the screen: every indicator that did not stay as it was."""
    return [
        tuple(str(row[key] or "") for key in wording().console)
        for pair in comparison.pairs
        for change in pair.result.indicators
        if change.kind is not Kind.KEPT
        for row in [_indicator_row(pair, change)]
    ]


def indicator_rows(comparison: Comparison) -> Iterator[Row]:
    """Yield the rows of 指标对照: every indicator of every pair."""
    for pair in comparison.pairs:
        for change in pair.result.indicators:
            yield _indicator_row(pair, change)


def finding_rows(comparison: Comparison) -> Iterator[Row]:
    """Yield the rows of 问题, the gravest first within a pair."""
    for pair in comparison.pairs:
        for finding in sorted(pair.result.findings, key=lambda each: each.severity.rank):
            yield _finding_row(pair, finding)


def shown(text: str | None) -> str | None:
    """Return a foreign text as it may be shown, ``None`` for none."""
    return None if text is None else plain(text)


def _indicator_row(pair: ComparedPair, change: IndicatorChange) -> Row:
    now, earlier = change.now, change.earlier
    return {
        "project": shown(pair.result.current.project_name),
        "change": wording().kinds[change.kind],
        "name": shown((now or earlier or Indicator()).name),
        "place": _place(now or earlier),
        "earlier_target": None if earlier is None else shown(earlier.target),
        "now_target": None if now is None else shown(now.target),
        "actual": shown(earlier.actual) if isinstance(earlier, EvaluatedIndicator) else None,
        "besides": _besides(change),
        "earlier_name": shown(earlier.name) if earlier is not None and change.renamed else None,
        "earlier_place": _place(earlier) if change.moved else None,
        "number": None if change.now_index is None else change.now_index + 1,
        "earlier_number": None if change.earlier_index is None else change.earlier_index + 1,
    }


def _place(row: Indicator | None) -> str | None:
    levels = [each for each in (row.level1, row.level2) if each] if row is not None else []
    return shown("—".join(levels)) or None


def _besides(change: IndicatorChange) -> str | None:
    """Return in words what is not the main change, and why targets could not be compared."""
    words, target = wording(), change.target
    holds = {
        "renamed": change.renamed and not change.slip and change.kind is not Kind.RENAMED,
        "slip": change.slip,
        "moved": change.moved and change.kind is not Kind.MOVED,
        "unit_changed": target is not None
        and target.unit_changed
        and change.kind is not Kind.UNIT_CHANGED,
        "behind": change.achieved is not None,
    }
    notes = [words.besides[key] for key, true in holds.items() if true]
    reasons = [words.whys[target.why]] if target is not None and target.why else []
    return words.phrases["list"].join(reasons + notes) or None


def _finding_row(pair: ComparedPair, finding: Finding) -> Row:
    return {
        "project": shown(pair.result.current.project_name),
        "severity": finding.severity.chinese,
        "field": _field(finding.field),
        "message": shown(finding.message),
        "entered": shown(finding.entered),
        "expected": shown(finding.expected),
        "rule": finding.rule,
        "reference": finding.reference,
        "file": shown(pair.file),
    }


def _field(field: str) -> str:
    return wording().phrases.get(field) or name_of(field)


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
