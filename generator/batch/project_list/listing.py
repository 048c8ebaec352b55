"""From forms to the rows of a project list: the opposite of :mod:`forms`."""

from collections.abc import Sequence
from typing import Any

from generator.batch.project_list.columns import INDICATORS, Column, bound_fields
from generator.forms.fields import get
from generator.forms.models import Form, Indicator, SelfEvaluationForm
from generator.workbook.layout import load_layout

Row = dict[str, Any]
"""The values of one row by key; the layout by its Chinese name."""


def project_rows(forms: Sequence[Form]) -> list[Row]:
    """Return one row of the sheet 项目 for every form."""
    return [_project_row(form) for form in forms]


def indicator_rows(forms: Sequence[Form]) -> tuple[list[Row], tuple[Column, ...]]:
    """Return the rows of the sheet 指标, and the qualifiers it needs to tell projects apart.

    Forms of one project with the same indicators share their rows.
    """
    qualifiers = _qualifiers(forms)
    blocks: dict[tuple[Any, ...], list[Row]] = {}
    for form in forms:
        blocks.setdefault(_identity(form, qualifiers), _indicator_rows(form, qualifiers))
    return [row for block in blocks.values() for row in block], qualifiers


def _project_row(form: Form) -> Row:
    layout = load_layout(form.layout)
    row = {key: get(form, field) for field, key in bound_fields(layout).items()}
    if isinstance(form, SelfEvaluationForm) and form.project_amount is None:
        row["project_amount"] = form.funds.annual_total.initial_budget
    return row | {"layout": layout.name}


def _indicator_rows(form: Form, qualifiers: Sequence[Column]) -> list[Row]:
    project = _project_row(form)
    head = {key: project[key] for key in ("project_name", *(each.key for each in qualifiers))}
    return [head | _columns(indicator) for indicator in form.indicators]


def _columns(indicator: Indicator) -> Row:
    return indicator.model_dump(include={"level1", "level2", "name", "target", "weight"})


def _qualifiers(forms: Sequence[Form]) -> tuple[Column, ...]:
    """Return the fewest qualifiers under which forms with different indicators differ."""
    choices = [INDICATORS.qualifiers[:count] for count in range(len(INDICATORS.qualifiers))]
    fitting = (each for each in choices if _tell_apart(forms, each))
    return next(fitting, INDICATORS.qualifiers)


def _tell_apart(forms: Sequence[Form], qualifiers: Sequence[Column]) -> bool:
    known: dict[tuple[Any, ...], list[Row]] = {}
    for form in forms:
        rows = [_columns(indicator) for indicator in form.indicators]
        if known.setdefault(_identity(form, qualifiers), rows) != rows:
            return False
    return True


def _identity(form: Form, qualifiers: Sequence[Column]) -> tuple[Any, ...]:
    return (form.project_name, *(getattr(form, column.key) for column in qualifiers))
