"""A comparison as rows: for the screen and for the sheets of the workbook.

A row has its values by the columns ``templates/messages/comparison.yaml`` gives a sheet.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.batch.compare.run import ComparedPair, Comparison
from generator.batch.report.shown import plain
from generator.forms.comparison import IndicatorChange, Kind
from generator.forms.comparison.wording import wording
from generator.forms.field_names import name_of
from generator.forms.findings import Finding
from generator.forms.models import EvaluatedIndicator, Indicator

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
