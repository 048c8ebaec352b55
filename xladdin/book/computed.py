"""What the computed cells of the open form should hold: formulas of ours, figures elsewhere."""

from collections.abc import Iterator
from decimal import Decimal

from generator.forms.fields import get
from generator.workbook.formulas.computed import computed_formula, score_formula
from generator.workbook.formulas.helpers import row_formulas
from generator.workbook.formulas.sums import is_entered
from generator.workbook.recalculate import Recalculation
from generator.workbook.sheet.address import Position
from xladdin.book.current import Current
from xladdin.book.grid import Entry
from xladdin.book.writes import entry_of

Computed = tuple[str, Position, Entry]
"""Field, cell, and what it should hold."""


def computed_cells(form: Current, done: Recalculation | None = None) -> Iterator[Computed]:
    """Yield the cells of rates, sums, execution score, totals and grade.

    ``done`` is what they are computed from, the form as it is where none is given.  A total
    entered without its parts is an entry and stays.
    """
    done = done or form.done
    for field, formula in form.layout.computed.items():
        place = form.place(field)
        if place is None or is_entered(done.evaluation.form, field):
            continue
        if form.is_ours:
            text = computed_formula(formula, field, form.places, done.profile)
            yield field, place, Entry(None, text)
        else:
            yield field, place, entry_of(done.evaluation.result(field))


def score_cells(form: Current, done: Recalculation | None = None) -> Iterator[Computed]:
    """Yield the score cells of indicators nobody has scored."""
    done = done or form.done
    if done.scores is None or "score" not in form.places.columns:
        return
    for index, (field, place) in enumerate(form.places.indicator_places("score")):
        entered = get(done.reading.form, field)
        if entered is None or field in done.reading.formulas:
            yield field, (place.row, place.column), _score(form, done, index)


def helper_cells(form: Current) -> Iterator[Computed]:
    """Yield the helper columns of every row of the block."""
    if not form.places.helpers:
        return
    for row in range(form.places.first_row, form.places.last_row + 1):
        for helper, text in row_formulas(form.places, row, form.done.profile):
            yield helper, (row, form.places.helpers[helper]), Entry(None, text)


def _score(form: Current, done: Recalculation, index: int) -> Entry:
    """Return the formula where it gives what the rule gives, the figure where it cannot."""
    given: Decimal | None = done.evaluation.scores[index]
    by_formula = done.evaluation.rule_scores[index] == given
    if form.is_ours and form.places.helpers and by_formula:
        return Entry(None, score_formula(form.places, form.places.rows[index]))
    return entry_of(given)
