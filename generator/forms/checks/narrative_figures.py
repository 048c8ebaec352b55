"""Figures of a result held against the indicators and the money that measure the same."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from generator.forms.catalogue import shown
from generator.forms.checks.context import EvaluationContext, Row
from generator.forms.checks.wording import FUND_COLUMNS as COLUMN_NAMES
from generator.forms.checks.wording import FUND_ROWS
from generator.forms.narrative import (
    FUND_COLUMNS,
    Figure,
    Subject,
    counts_same_thing,
    figures,
    narrative_words,
    prose,
    same_thing,
    subject_of,
    subjects,
)
from generator.forms.prompt_text import result_of
from generator.forms.values import Quantity, Sign

_UP, _DOWN = (Sign.GE, Sign.GT), (Sign.LE, Sign.LT)
_ABOUT = Decimal("0.05")
"""The share by which about so many (约, 余, 左右) may be off."""


class Contradiction(Struct, frozen=True):
    """A clause of the result and rows, alike in target and actual, that say otherwise.

    It is vague where it is true, but does not tell that the target is met.
    """

    said: str
    rows: tuple[Row, ...]
    is_vague: bool


class Reported(Struct, frozen=True):
    """A row whose actual is a quantity."""

    row: Row
    actual: Quantity

    @property
    def name(self) -> str:
        """The name of the indicator."""
        return self.row.name

    @property
    def value(self) -> Decimal:
        """The actual with its 万 or 亿 written out."""
        return self.actual.number * self.actual.unit.multiplier

    @property
    def step(self) -> Decimal:
        """What the last digit of the actual is worth."""
        exponent = self.actual.number.as_tuple().exponent
        multiplier = self.actual.unit.multiplier
        return multiplier.scaleb(exponent) if isinstance(exponent, int) else multiplier


def contradictions(context: EvaluationContext) -> Iterator[Contradiction]:
    """Yield what the result says of indicators whose actuals are something else.

    A figure that may be meant for several indicators contradicts only where it fits none of them;
    an indicator of which several figures speak is contradicted only where none of them, nor their
    sum, fits; what it was before, or was to be, is none of them.  Parts of the year, parts of the
    whole and intentions are left aside.
    """
    found = figures(prose(result_of(context.form)))
    if found:
        reported = [
            Reported(row, row.actual) for row in context.active if isinstance(row.actual, Quantity)
        ]
        yield from _of_rates(found, [row for row in reported if row.actual.unit.base == "%"])
        yield from _of_counts(found, [row for row in reported if row.actual.unit.base != "%"])


def _of_rates(found: Sequence[Figure], rows: list[Reported]) -> Iterator[Contradiction]:
    before = None
    for figure in found:
        if figure.is_percent and not _set_aside(figure):
            against: list[Reported] = []
            for subject in subjects(figure, before):
                meant = _meant(subject, rows)
                if meant and not any(_agrees(figure, row) for row in meant):
                    against += [row for row in meant if row not in against]
            yield from _grouped(figure, against)
        before = figure


def _meant(subject: Subject, rows: list[Reported]) -> list[Reported]:
    """Return the rows a subject may mean: those of just that name, else those alike."""
    named = [
        (row, measured)
        for row in rows
        if subject.measure in row.name and (measured := subject_of(row.name)) is not None
    ]
    exact = [row for row, measured in named if measured == subject]
    return exact or [row for row, measured in named if same_thing(subject, measured)]


def _of_counts(found: Sequence[Figure], rows: list[Reported]) -> Iterator[Contradiction]:
    counts = [figure for figure in found if figure.is_count and not _set_aside(figure)]
    for row in rows if counts else ():
        alike = [figure for figure in counts if figure.unit.base == row.actual.unit.base]
        meant = [figure for figure in alike if counts_same_thing(figure, row.name)]
        clauses = {figure.clause for figure in meant}
        # 培训班由10期增加到12期: the second figure has the name of the first.
        meant = [figure for figure in alike if figure.clause in clauses]
        if not meant or any(_agrees(figure, row) for figure in meant):
            continue
        if sum((figure.value for figure in meant), Decimal(0)) != row.value:
            yield from _grouped(meant[0], [row])


def _grouped(figure: Figure, rows: Iterable[Reported]) -> Iterator[Contradiction]:
    """Yield one contradiction for the rows that have the same target and actual."""
    groups: dict[tuple[str, str], list[Reported]] = {}
    for reported in rows:
        told = reported.row.target.text, reported.actual.text
        groups.setdefault(told, []).append(reported)
    for group in groups.values():
        is_vague = _is_true(figure, group[0])
        yield Contradiction(figure.clause, tuple(reported.row for reported in group), is_vague)


def _agrees(figure: Figure, reported: Reported) -> bool:
    """Tell whether a figure says what the row has, and a bound also that the target is met."""
    return _is_true(figure, reported) and _is_enough(figure, reported)


def _is_true(figure: Figure, reported: Reported) -> bool:
    value, actual = figure.value, reported.value
    if figure.low is not None:
        return figure.low * figure.unit.multiplier <= actual <= value
    if figure.sign in _UP or (figure.reached and actual > value):
        return actual >= value
    if figure.sign in _DOWN:
        return actual <= value
    if figure.approximate:
        return abs(actual - value) <= value * _ABOUT
    return _is_rounded(actual, value, figure.step) or 0 <= value - actual < reported.step


def _is_rounded(exact: Decimal, written: Decimal, step: Decimal) -> bool:
    """Tell whether a figure is another one, rounded or cut at its last digit."""
    return -step / 2 <= exact - written < step


def _is_enough(figure: Figure, reported: Reported) -> bool:
    """Tell whether a bound reaches a target that is met: 90%以上 does not tell that ≥99% is."""
    target, actual = reported.row.target, reported.value
    if not isinstance(target, Quantity) or target.unit.base != figure.unit.base:
        return True
    aim = target.number * target.unit.multiplier
    if figure.approximate and not _is_rounded(actual, figure.value, figure.step):
        # 88%左右 does not tell that ≥90% is met, 1.2万 for 12,300 is only rounded.
        low, high = sorted((figure.value, actual))
        return not low < aim <= high if target.sign not in _DOWN else not low <= aim < high
    if (figure.sign in _UP or figure.reached) and target.sign not in _DOWN:
        return figure.value >= aim or actual < aim or actual == figure.value
    if figure.sign in _DOWN and target.sign not in _UP:
        return figure.value <= aim or actual > aim
    return True


def _set_aside(figure: Figure) -> bool:
    words = narrative_words()
    if figure.before.endswith(words.before_change):
        return True
    return figure.clause.startswith(words.intended) or words.any_partial.is_in(figure.clause)


_FACTORS = {"元": Decimal(1), "万元": Decimal(10000)}
_OPENINGS = ("", "项目", "本项目", "该项目", "全年", "年度", "本年", "其中")
_RATE = "execution_rate"


class FundContradiction(Struct, frozen=True):
    """What a result says of the money, and what the form has for it."""

    said: str
    column: str
    expected: str


def fund_contradictions(context: EvaluationContext) -> Iterator[FundContradiction]:
    """Yield the figures that a result gives for a column of the fund block and no row there has.

    Only where the clause says nothing else in front of the column's name.
    """
    for figure in figures(prose(result_of(context.form))):
        if not (figure.is_money or figure.is_percent) or figure.sign or figure.approximate:
            continue
        column = _column(figure)
        if column is None or (column == _RATE) is not figure.is_percent:
            continue
        values = _values(context, column)
        if values and not any(abs(value - figure.value) <= figure.step for value in values):
            yield FundContradiction(
                figure.clause,
                COLUMN_NAMES.get(column, "预算执行率"),
                _shown(context, column, values[0]),
            )


def _column(figure: Figure) -> str | None:
    """Return the column whose name stands right before a figure, None for no column."""
    names = narrative_words().funds
    for column in FUND_COLUMNS:
        for name in getattr(names, column):
            head = figure.before.removesuffix(name)
            if head != figure.before and head.lstrip("、") in _OPENINGS:
                return column
    return None


def _values(context: EvaluationContext, column: str) -> list[Decimal]:
    """Return what the fund block has in a column, the total first, in 元 or percent."""
    form = context.form
    if column == _RATE:
        factor = 100 / context.profile.execution.whole
        rates = (form.funds.annual_total.execution_rate, context.scores.execution_rate)
        return [rate * factor for rate in rates if rate is not None]
    if form.money_unit is None:
        return []
    amounts = (getattr(getattr(form.funds, row), column) for row in FUND_ROWS)
    return [amount * _FACTORS[form.money_unit] for amount in amounts if amount is not None]


def _shown(context: EvaluationContext, column: str, value: Decimal) -> str:
    if column == _RATE:
        return f"{shown(value.normalize())}%"
    unit = context.form.money_unit or "元"
    return f"{shown(value / _FACTORS[unit])}{unit}"
