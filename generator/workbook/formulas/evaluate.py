"""What the computed cells of a workbook show: the formulas' results, for writing and patching."""

from collections.abc import Mapping, Sequence, Set
from decimal import Decimal
from types import MappingProxyType

from generator.forms.fields import get, indicator_field
from generator.forms.models import Form, SelfEvaluationForm
from generator.forms.numbers import round_half_up
from generator.forms.profiles import Profile
from generator.forms.scoring import execution_rate, execution_score, grade_of
from generator.workbook.formulas import grammar, twin
from generator.workbook.formulas.sums import is_live, live_sum, parts_of
from generator.workbook.layout import Layout
from generator.workbook.layout.schema import Formula

Result = Decimal | str | None


class Evaluation:
    """The figures of one form as its workbook computes them.

    ``scores`` are the indicators' scores as the sheet shows them: a person's where one was
    entered, the formula's otherwise.  ``seen`` holds the texts the formulas see where the form
    has others (0.98 for 98%), ``opaque`` the figures they do not see: numbers typed as text.
    """

    def __init__(
        self,
        layout: Layout,
        form: Form,
        profile: Profile,
        units: tuple[str, ...],
        seen: Mapping[str, str] = MappingProxyType({}),
        opaque: Set[str] = frozenset(),
    ) -> None:
        self.layout, self.form, self.profile = layout, form, profile
        self._seen, self._opaque = seen, opaque
        self._units = grammar.fenced(units)
        self._results: dict[str, Result] = {}
        self.rule_scores = [self._rule_score(i) for i in range(len(form.indicators))]
        self.scores = [self._score(i) for i in range(len(form.indicators))]

    def result(self, field: str) -> Result:
        """Return what a computed field shows; entered fields show what was entered."""
        formula = self.layout.computed.get(field)
        if formula is None:
            value: Result = get(self.form, field)
            return value
        if field not in self._results:
            self._results[field] = self._compute(formula, field)
        return self._results[field]

    def total_of(self, scores: Sequence[Decimal | None]) -> Decimal | None:
        """Return what the total shows over some scores in the place of its own."""
        return self._total(scores, "score", 2)

    def _number(self, field: str) -> Decimal | None:
        value = self.result(field)
        return value if isinstance(value, Decimal) else None

    def _compute(self, formula: Formula, field: str) -> Result:
        match formula:
            case Formula.SUM_OF_PARTS:
                parts, total = parts_of(self.form, field), get(self.form, field)
                return live_sum(parts) if is_live(parts, total) else total
            case Formula.EXECUTION_RATE:
                return self._rate(field.rpartition(".")[0])
            case Formula.EXECUTION_SCORE:
                return self._execution_score()
            case Formula.TOTAL_WEIGHT:
                return self._total([i.weight for i in self.form.indicators], "weight", 6)
            case Formula.TOTAL_SCORE:
                return self.total_of(self.scores)
            case Formula.RATING:
                total = self._number("total_score")
                return None if total is None else grade_of(total, self.profile)

    def _rate(self, row: str) -> Decimal | None:
        budget = self._number(f"{row}.adjusted_budget")
        spent = self._number(f"{row}.actual_expenditure")
        return execution_rate(budget, spent, self.profile)

    def _execution_score(self) -> Decimal | None:
        rate = self._number("funds.annual_total.execution_rate")
        weight = self._number("funds.annual_total.weight")
        if rate is None or weight is None:
            return None
        return execution_score(rate, weight, self.profile)

    def _total(self, figures: Sequence[Decimal | None], own: str, decimals: int) -> Decimal | None:
        given = [figure for figure in figures if figure is not None]
        if not given:
            return None
        execution = self._number(f"funds.annual_total.{own}") or Decimal(0)
        return round_half_up(sum(given, execution), decimals)

    def _rule_score(self, index: int) -> Decimal | None:
        if not isinstance(self.form, SelfEvaluationForm):
            return None
        weight = self.form.indicators[index].weight
        if self._opaque and indicator_field(index, "weight") in self._opaque:
            weight = None
        target, actual = self.pieces(index)
        return twin.rule_score(target, actual, weight, self._units, self.profile)

    def pieces(self, index: int) -> tuple[twin.Pieces, twin.Pieces]:
        """Return target and actual of an indicator as the formulas take them apart."""
        row = self.form.indicators[index]
        target, actual = row.target, getattr(row, "actual", None)
        if self._seen:
            target = self._seen.get(indicator_field(index, "target"), target)
            actual = self._seen.get(indicator_field(index, "actual"), actual)
        return twin.read(target), twin.read(actual)

    def _score(self, index: int) -> Decimal | None:
        if not isinstance(self.form, SelfEvaluationForm):
            return None
        entered: Decimal | None = get(self.form, indicator_field(index, "score"))
        return self.rule_scores[index] if entered is None else entered
