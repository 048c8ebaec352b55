"""Recalculating a returned workbook: computed cells hold computed values, entries stay as typed."""

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from functools import lru_cache
from typing import Any

from msgspec import Struct
from pydantic import ValidationError

from generator.forms.checks.context import FormFacts
from generator.forms.fields import get, put, split_indicator
from generator.forms.models import Form, SelfEvaluationForm, copy_of
from generator.forms.numbers import round_half_up
from generator.forms.profiles import Profile, load_profile
from generator.forms.scoring import Scores, grade_of, score
from generator.workbook.formulas import grammar
from generator.workbook.formulas.cached import all_stand, cached, helper_values, set_value
from generator.workbook.formulas.computed import computed_formula, score_formula, sees_less
from generator.workbook.formulas.evaluate import Evaluation
from generator.workbook.formulas.helpers import UNITS, row_formulas
from generator.workbook.formulas.sums import PARTS, is_entered, live_sum, parts_of
from generator.workbook.layout import Layout, load_layout
from generator.workbook.layout.schema import Formula
from generator.workbook.names import parse_reference
from generator.workbook.plan.places import Address
from generator.workbook.reader import Origin, Reading
from generator.workbook.reader.number_formats import NumberFormats, Shows
from generator.workbook.sheet.apply import apply
from generator.workbook.sheet.cell import Cell
from generator.workbook.sheet.edits import Edit
from generator.workbook.sheet.quick.canonical import LazyCells


def facts_of(layout: Layout) -> FormFacts:
    """Return what a layout knows about its forms."""
    return _facts(layout.id)


@lru_cache
def _facts(layout_id: str) -> FormFacts:
    layout = load_layout(layout_id)
    columns = (f"indicators.{name}" for name in layout.columns_of_indicators)
    # Every form has a fiscal year and a unit of money, wherever they are kept.
    kept = {"fiscal_year", "money_unit"}
    return FormFacts(frozenset({*layout.printed, *columns, *kept}), layout.implied_level2)


_DECIMALS = 2  # of every figure a form computes; a total of money may have more


class TheirCells:
    """Decides what a computed cell of such a form should hold, and whether it does."""

    def __init__(self, formats: NumberFormats, profile: Profile) -> None:
        self._formats = formats
        self._whole = profile.execution.whole

    def edits(self, cell: Cell | None, field: str, value: Any) -> Iterator[Edit]:
        """Yield the edit a cell needs; a formula of people's own that comes out right stays."""
        scale = self._scale(cell, field)
        if not _is_right(cell, value, scale):
            yield set_value(value / scale if isinstance(value, Decimal) else value, None)

    def _scale(self, cell: Cell | None, field: str) -> Decimal:
        """Return how many times what is stored the form says: 98% is stored as 0.98."""
        if cell is None or not field.endswith("rate"):
            return Decimal(1)
        is_percent = self._formats.of(cell.style) is Shows.PERCENT
        return self._whole if is_percent else Decimal(1)


def _is_right(cell: Cell | None, value: Any, scale: Decimal) -> bool:
    if cell is None or cell.kind == "blank":
        return value is None and (cell is None or cell.written_formula is None)
    if not isinstance(value, Decimal):
        return cell.kind == "text" and cell.raw == (value or "")
    if cell.kind != "number":
        return False
    shown = cell.number * scale
    own = cell.written_formula is not None
    return shown == value or (own and round_half_up(shown, _decimals(value)) == value)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(_DECIMALS, -exponent if isinstance(exponent, int) else 0)


class Recalculation(Struct, frozen=True):
    """What recalculating a reading gives.

    ``form`` is the form to review: as returned, with live formulas taken at what they compute.
    ``scores`` is ``None`` for a target form.
    """

    reading: Reading
    form: Form
    profile: Profile
    scores: Scores | None
    evaluation: Evaluation

    def to_bytes(self) -> bytes:
        """Return the recalculated copy: the return patched, or written anew from a foreign one."""
        if self.reading.foreign is not None:
            return _written_anew(self.reading.form)
        content = self.reading.content
        by_sheet: dict[str, dict[tuple[int, int], Edit]] = {}
        for place, edit in _Edits(self).all():
            by_sheet.setdefault(place.sheet, {})[place.row, place.column] = edit
        for name, edits in by_sheet.items():
            apply(content.package, content.refs[name], content.sheets[name], edits)
        return content.package.to_bytes()


def _written_anew(form: Form) -> bytes:
    from generator.workbook.writer import write_form  # late: openpyxl takes long to import

    return write_form(form)


def recalculate(reading: Reading) -> Recalculation:
    """Score a form as read; the reading itself is not changed."""
    profile = load_profile(reading.layout.profile)
    current = _without_live_results(reading)
    scores = score(current, profile) if isinstance(current, SelfEvaluationForm) else None
    filled = _with_rule_scores(current, scores)
    units = _units(reading)
    evaluation = Evaluation(reading.layout, filled, profile, units, reading.seen, reading.opaque)
    return Recalculation(reading, _reviewed(reading, evaluation), profile, scores, evaluation)


def _without_live_results(reading: Reading) -> Form:
    """Return the form without what its formulas showed: a cached result is nobody's entry."""
    current = copy_of(reading.form)
    for field in reading.formulas:
        if field in PARTS:
            _put_result(current, field, live_sum(parts_of(current, field)))
        elif field.startswith("indicators["):
            put(current, field, None)
    return current


def _with_rule_scores(form: Form, scores: Scores | None) -> Form:
    """Return the form with the rule's score wherever a person entered none."""
    if scores is None or not isinstance(form, SelfEvaluationForm):
        return form
    if all(row.score is not None for row in form.indicators):
        return form
    filled = copy_of(form)
    assert isinstance(filled, SelfEvaluationForm)
    for row, outcome in zip(filled.indicators, scores.indicators, strict=True):
        if row.score is None:
            row.score = outcome.score
    return filled


def _reviewed(reading: Reading, evaluation: Evaluation) -> Form:
    """Return the form as returned, live formulas at what they compute now."""
    form = copy_of(reading.form)
    for field in reading.formulas:
        indicator = split_indicator(field)
        if indicator is not None:
            _put_result(form, field, evaluation.scores[indicator[0]])
        else:
            _put_result(form, field, evaluation.result(field))
    if isinstance(form, SelfEvaluationForm) and "total_score" in reading.formulas:
        _total_as_returned(form, reading.formulas, evaluation)
    return form


def _total_as_returned(
    form: SelfEvaluationForm, formulas: Set[str], evaluation: Evaluation
) -> None:
    """Take the rule's score out of a live total where a person's was cleared: there it adds none.

    In the copy it is put in; in the return the row is blank, and the total is that of the others.
    """
    scores = [row.score for row in form.indicators]
    if scores == evaluation.scores:
        return
    form.total_score = evaluation.total_of(scores)
    if "rating" in formulas:
        total = form.total_score
        form.rating = None if total is None else grade_of(total, evaluation.profile)


def _put_result(form: Form, field: str, result: Decimal | str | None) -> None:
    """Set what a formula computes; what no form can hold is blank, as where it is read."""
    try:
        put(form, field, result)
    except ValidationError:  # the rate of a budget of a ten-billionth, say
        put(form, field, None)


def _units(reading: Reading) -> tuple[str, ...]:
    """Return the units the workbook's own formulas know, from its hidden list."""
    area = parse_reference(reading.content.parts.defined_names.get(UNITS, ""))
    sheet = reading.content.sheets.get(area[0].sheet) if area else None
    cell = sheet.cells.get((area[0].row, area[0].column)) if area and sheet else None
    if cell is None or cell.kind != "text":
        return grammar.units_of(reading.form)
    return _listed(cell.raw)


@lru_cache(maxsize=64)
def _listed(fenced: str) -> tuple[str, ...]:
    return ("", *fenced.strip("|").split("|"))


class _Edits:
    """Which cells of a returned workbook have to change, and to what."""

    def __init__(self, done: Recalculation) -> None:
        self._done = done
        self._reading, self._evaluation = done.reading, done.evaluation
        self._places = done.reading.places
        self._ours = done.reading.origin is Origin.NAMED
        content = done.reading.content
        self._theirs = TheirCells(
            NumberFormats(content.package, content.parts.styles), done.profile
        )

    def all(self) -> Iterator[tuple[Address, Edit]]:
        for field, formula in self._reading.layout.computed.items():
            place = self._places.scalars.get(field)
            if place is not None and not is_entered(self._evaluation.form, field):
                text = self._formula(formula, field)
                yield from self._settle(field, place, self._evaluation.result(field), text)
        if self._done.scores is not None and "score" in self._places.columns:
            yield from self._scores()
        if self._places.helpers:
            yield from self._helpers()

    def _formula(self, formula: Formula, field: str) -> str | None:
        if not self._ours or sees_less(field, formula, self._reading.opaque):
            return None
        return computed_formula(formula, field, self._places, self._done.profile)

    def _scores(self) -> Iterator[tuple[Address, Edit]]:
        for index, (field, place) in enumerate(self._places.indicator_places("score")):
            if get(self._reading.form, field) is not None and field not in self._reading.formulas:
                continue
            given = self._evaluation.scores[index]
            by_formula = self._evaluation.rule_scores[index] == given
            live = self._ours and by_formula and bool(self._places.helpers)
            formula = score_formula(self._places, place.row) if live else None
            yield from self._settle(field, place, given, formula)

    def _helpers(self) -> Iterator[tuple[Address, Edit]]:
        columns = self._places.helpers.values()
        cells = self._reading.content.sheets[self._places.sheet].cells
        for index, row in enumerate(self._places.rows):
            pieces = self._evaluation.pieces(index)
            values = helper_values(*pieces, self._evaluation.rule_scores[index])
            if not (isinstance(cells, LazyCells) and all_stand(cells.raw(row), columns, values)):
                yield from self._helpers_of(row, values)

    def _helpers_of(
        self, row: int, values: Sequence[str | Decimal | None]
    ) -> Iterator[tuple[Address, Edit]]:
        """Yield the edits one row of helper cells needs."""
        formulas = row_formulas(self._places, row, self._done.profile)
        for (helper, formula), value in zip(formulas, values, strict=True):
            place = Address(self._places.sheet, row, self._places.helpers[helper])
            if not _shows(self._cell(place), value, live=True):
                yield place, cached(value, formula[1:])

    def _settle(
        self, field: str, place: Address, value: Any, formula: str | None
    ) -> Iterator[tuple[Address, Edit]]:
        """Yield the edit a computed cell needs, nothing where it is right as it stands."""
        if not self._ours:
            for edit in self._theirs.edits(self._cell(place), field, value):
                yield place, edit
        elif not _shows(self._cell(place), value, live=formula is not None):
            text = None if formula is None else formula.removeprefix("=")
            yield place, (set_value(value, None) if text is None else cached(value, text))

    def _cell(self, place: Address) -> Cell | None:
        return self._reading.content.sheets[place.sheet].cells.get((place.row, place.column))


def _shows(cell: Cell | None, value: Any, *, live: bool) -> bool:
    """Tell whether a cell already holds a value, with a formula exactly where it should."""
    if cell is None:
        return value is None and not live
    if (cell.written_formula is not None) != live:
        return False
    if isinstance(value, Decimal):
        return cell.kind == "number" and cell.number == value
    return cell.raw == (value or "") if cell.kind in ("text", "blank") else False
