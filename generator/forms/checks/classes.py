"""CLS-1 to CLS-3: indicators stand in the class their names tell, and costs are costs."""

from collections.abc import Iterator
from decimal import Decimal

from generator.forms.catalogue import Fault, fault
from generator.forms.checks.context import Context, EvaluationContext, Row
from generator.forms.checks.registry import check, evaluation_check
from generator.forms.checks.vocabulary import classes, measures, plain
from generator.forms.numbers import text
from generator.forms.values import BARE, Quantity, Sign

_NEARLY = Decimal("0.5")
"""Points of percent two rates may differ by and still be one: 99.4% and 99%."""


@check("CLS-1")
def indicators_stand_in_their_class(context: Context) -> Iterator[Fault]:
    """Words that belong to one class only stand in it, and strangers do not.

    A row is told once: by the class its words belong to, else as a stranger, else as no cost.
    """
    for row in context.active:
        if row.name and row.level1 is not None:
            misplaced = _of_another_class(row) or _stranger(row) or _no_cost(row)
            if misplaced is not None:
                yield misplaced


@evaluation_check("CLS-2")
def costs_do_not_repeat_the_execution_rate(context: EvaluationContext) -> Iterator[Fault]:
    """A cost indicator that reports the share of the budget spent counts it a second time."""
    printed = context.form.funds.annual_total.execution_rate
    rates = [rate for rate in (printed, context.scores.execution_rate) if rate is not None]
    percents = [rate * 100 / context.profile.execution.whole for rate in rates]
    for row in context.active:
        actual = row.actual
        if not isinstance(actual, Quantity) or not _is_rate_of_money(row, actual):
            continue
        same = [percent for percent in percents if abs(actual.number - percent) <= _NEARLY]
        if same:
            yield fault(
                row.field("actual"),
                entered=actual.text.strip(),
                place=row.place,
                rate=f"{text(same[0].normalize())}%",
            )


@check("CLS-3")
def costs_have_upper_limits(context: Context) -> Iterator[Fault]:
    """Of a cost less is better, so its target is ≤ or =; savings are apart.

    Where CLS-1 says already that the row is no cost at all, the sign is only noted.
    """
    for row in context.active:
        target = row.target
        if not isinstance(target, Quantity) or target.sign not in (Sign.GE, Sign.GT):
            continue
        words = plain(row.name) + target.label
        if _is_in_costs(row) and not any(word in words for word in classes().costs.savings):
            yield fault(
                row.field("target"),
                entered=target.text.strip(),
                variant="no_cost" if row.name and _no_cost(row) else None,
                place=row.place,
            )


def _of_another_class(row: Row) -> Fault | None:
    """Return the fault of a name whose words belong to one class, where it stands in another.

    Satisfaction in the target alone measures something else by it, which is only noted.  How many
    are satisfied (满意度≥90%的单位数) is a number.
    """
    name = plain(row.name)
    label = row.target.label if isinstance(row.target, Quantity) else ""
    if not classes().telltale.is_in(f"{name} {label}") or name.endswith(measures().counts.endings):
        return None
    for entry in classes().only_in:
        told = next((word for word in entry.words if word in name), None)
        word = told or next((word for word in entry.words if word in label), None)
        if word is not None and not any(other in name for other in entry.unless):
            fits = entry.belongs in (row.level1, row.level2)
            variant = None if told else "measured"
            return None if fits else _misplaced(row, entry.belongs, word, variant)
    return None


def _stranger(row: Row) -> Fault | None:
    strangers = classes().strangers
    if row.level1 != strangers.where:
        return None
    name = plain(row.name)
    if any(word in name for word in strangers.unless):
        return None
    for entry in strangers.entries:
        for word in entry.words:
            if word in name:
                return _misplaced(row, entry.belongs, word, "stranger")
    return None


def _no_cost(row: Row) -> Fault | None:
    """Return the fault of an indicator among the costs that is none."""
    if not _is_in_costs(row):
        return None
    target = row.target
    if classes().costs.any_cost.is_in(plain(row.name) + plain(target.text)):
        return None
    if not isinstance(target, Quantity) or target.unit == BARE:
        return _misplaced(row, "产出指标或效益指标", "", "words")
    if target.unit.dimension == "money" or _is_suffered(row, target):
        return None
    variant = "rate" if target.unit.dimension == "ratio" else "count"
    return _misplaced(row, "产出指标或效益指标", target.unit.name, variant)


def _is_suffered(row: Row, target: Quantity) -> bool:
    """Tell whether a limit may be what others suffer by the project: 业务中断次数≤1次."""
    limited = target.sign in (Sign.LE, Sign.LT) or not target.number
    return limited and row.level2 in classes().costs.suffered


def _misplaced(row: Row, belongs: str, word: str, variant: str | None) -> Fault:
    return fault(
        row.field("name"),
        entered=row.level2 or row.level1,
        expected=belongs,
        variant=variant,
        place=row.place,
        word=word,
    )


def _is_in_costs(row: Row) -> bool:
    costs = classes().costs.classes
    return row.level1 in costs or row.level2 in costs


def _is_rate_of_money(row: Row, actual: Quantity) -> bool:
    costs, name = classes().costs, plain(row.name)
    return (
        actual.unit.base == "%"
        and name.endswith(costs.repeats)
        and any(word in name for word in costs.of)
    )
