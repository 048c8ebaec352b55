"""What goes into the drawn workbook: entries, and the cached value of every formula."""

from collections.abc import Iterator
from datetime import date

from generator.forms.fields import get, split_indicator
from generator.forms.models import Form, SelfEvaluationForm
from generator.workbook.formulas import twin
from generator.workbook.formulas.cached import cached, helper_values, set_value
from generator.workbook.formulas.evaluate import Evaluation
from generator.workbook.formulas.helpers import Helper
from generator.workbook.formulas.sums import is_entered
from generator.workbook.layout.schema import Style
from generator.workbook.plan.places import Address
from generator.workbook.plan.plan import Plan
from generator.workbook.plan.texts import iso_date
from generator.workbook.sheet.edits import KEEP, Edit, SetText

_EPOCH = date(1899, 12, 30)
"""Day 0 of the 1900 date system."""

Filled = tuple[Address, Edit]


def entries(
    plan: Plan, form: Form, evaluation: Evaluation, *, as_printed: bool
) -> Iterator[Filled]:
    """Yield what to put where.

    ``as_printed`` puts the form's own figures into computed cells, as typed values, blank ones
    blank; otherwise computed cells keep their formulas with the right cached value.
    """
    dates = {cell.field for cell in plan.cells if cell.style is Style.DATE}
    for field, place in plan.places.scalars.items():
        if field in plan.layout.computed:
            yield place, _computed(form, evaluation, field, as_printed)
        elif (value := get(form, field)) is not None:
            day = iso_date(value) if field in dates else None
            yield place, set_value(value if day is None else (day - _EPOCH).days, None)
    for column in plan.places.columns:
        if column not in ("level1", "level2", "score"):
            yield from _column(plan, form, column)
    if isinstance(form, SelfEvaluationForm):
        yield from _scores(plan, form, evaluation, as_printed)
        yield from _helpers(plan, form, evaluation)


def _computed(form: Form, evaluation: Evaluation, field: str, as_printed: bool) -> Edit:
    if as_printed:
        return set_value(get(form, field), None)
    return cached(evaluation.result(field), None if is_entered(form, field) else KEEP)


def _column(plan: Plan, form: Form, column: str) -> Iterator[Filled]:
    for field, place in plan.places.indicator_places(column):
        value = get(form, field)
        if value is not None:
            yield place, set_value(value, None)


def _scores(
    plan: Plan, form: SelfEvaluationForm, evaluation: Evaluation, as_printed: bool
) -> Iterator[Filled]:
    used = set()
    for field, place in plan.places.indicator_places("score"):
        index, _ = split_indicator(field) or (0, "")
        entered = form.indicators[index].score
        used.add(place.row)
        if as_printed or entered is not None:
            yield place, set_value(entered, None)
        else:
            yield place, cached(evaluation.rule_scores[index], KEEP)
    column = plan.places.columns["score"]
    for row in range(plan.places.first_row, plan.places.last_row + 1):
        if row not in used:
            yield Address(plan.places.sheet, row, column), SetText("", KEEP)


def _helpers(plan: Plan, form: SelfEvaluationForm, evaluation: Evaluation) -> Iterator[Filled]:
    by_row = {row: index for index, row in enumerate(plan.places.rows)}
    for row in range(plan.places.first_row, plan.places.last_row + 1):
        index = by_row.get(row)
        indicator = None if index is None else form.indicators[index]
        target = twin.read(indicator.target if indicator else None)
        actual = twin.read(indicator.actual if indicator else None)
        score = None if index is None else evaluation.rule_scores[index]
        for helper, value in zip(Helper, helper_values(target, actual, score), strict=True):
            place = Address(plan.places.sheet, row, plan.places.helpers[helper])
            yield place, cached(value, KEEP)
