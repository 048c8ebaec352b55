"""Answers as plain lists of texts and numbers: what is kept of them outside of this process.

Unlike a pickle, a list read back can do nothing but be wrong.
"""

from decimal import Decimal
from typing import Any

from generator.batch.outcome import Computed, Figures, Located, Outcome
from generator.forms.findings import Finding, Severity
from generator.workbook.rejection import Rejection

Packed = list[Any]
"""Lists, texts, whole numbers and ``None``, nested; as JSON takes and gives them."""

_SEVERITIES = {severity.value: severity for severity in Severity}


def packed(outcome: Outcome) -> Packed:
    """Return an answer as a list."""
    reason, entered, computed = outcome.rejection, outcome.entered, outcome.computed
    return [
        outcome.file,
        None if reason is None else [reason.code, reason.message],
        outcome.layout,
        outcome.project_name,
        outcome.department,
        outcome.unit,
        outcome.fiscal_year,
        outcome.project_id,
        None if entered is None else _figures(entered),
        None if computed is None else _computed(computed),
        [_located(each) for each in outcome.findings],
        outcome.issue,
        outcome.superseded_by,
    ]


def unpacked(data: Packed) -> Outcome:
    """Return the answer a list stands for.

    Raises ``TypeError``, ``ValueError``, ``LookupError`` or ``ArithmeticError`` for one that
    :func:`packed` does not make.
    """
    file, reason, layout, name, department, unit, year, known, entered, computed, *rest = data
    findings, issue, by = rest
    return Outcome(
        file,
        None if reason is None else Rejection(*reason),
        layout,
        name,
        department,
        unit,
        year,
        known,
        None if entered is None else Figures(*_figures_back(entered)),
        None if computed is None else _computed_back(computed),
        tuple([_located_back(each) for each in findings]),
        issue,
        by,
    )


def _figures(figures: Figures) -> Packed:
    rate, score, total = figures.execution_rate, figures.execution_score, figures.total_score
    return [_text(rate), _text(score), _text(total), figures.rating]


def _figures_back(data: Packed) -> Packed:
    rate, score, total, rating = data
    return [_number(rate), _number(score), _number(total), rating]


def _computed(computed: Computed) -> Packed:
    scores = [_text(score) for score in computed.indicator_scores]
    return [_figures(computed), scores, _text(computed.rule_total_score), computed.rule_rating]


def _computed_back(data: Packed) -> Computed:
    figures, scores, rule_total, rule_rating = data
    rate, score, total, rating = _figures_back(figures)
    numbers = tuple([_number(each) for each in scores])
    return Computed(rate, score, total, rating, numbers, _number(rule_total), rule_rating)


def _located(located: Located) -> Packed:
    finding = located.finding
    return [
        finding.rule,
        finding.severity.value,
        finding.field,
        finding.message,
        finding.entered,
        finding.expected,
        finding.reference,
        finding.explanation,
        located.sheet,
        located.cell,
    ]


def _located_back(data: Packed) -> Located:
    rule, severity, field, message, entered, expected, reference, explanation, sheet, cell = data
    finding = Finding(
        rule, _SEVERITIES[severity], field, message, entered, expected, reference, explanation
    )
    return Located(finding, sheet, cell)


def _text(number: Decimal | None) -> str | None:
    return None if number is None else str(number)


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
