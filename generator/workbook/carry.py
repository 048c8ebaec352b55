"""Carrying a target form over: the self-evaluation to issue for a project whose targets are set.

What was declared is taken over word for word and to the last cent; what only the year's end can
tell (actuals, scores, reasons) stays open.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from generator.forms import numbers
from generator.forms.fields import get, put_key
from generator.forms.models import Indicator, MoneyUnit, SelfEvaluationForm, TargetForm
from generator.workbook.formulas.sums import is_live, live_sum, parts_of
from generator.workbook.layout import Layout, load_layout

COST, OUTPUT, ECONOMIC_COST = "成本指标", "产出指标", "经济成本指标"
"""财预〔2020〕10号 has costs as a part of 产出指标; since 财预〔2021〕101号 they are a level 1."""

_PARTS = {
    "current_appropriation": "current_appropriation",
    "carry_over": "carry_over",
    "annual_other_funds": "other_funds",
}
"""The parts of the year's request by the source of funds they become the initial budget of."""

_AS_DECLARED = ("fiscal_year", "project_name", "department", "unit")
_POWERS_OF_TEN: dict[MoneyUnit, int] = {"元": 0, "万元": 4}

Levels = tuple[str | None, str | None]


def carry(target: TargetForm, layout: Layout) -> SelfEvaluationForm:
    """Return the self-evaluation on ``layout`` that a target form leads to.

    It has exactly the keys the layout has.  Money is converted to the layout's unit.  Raises
    ``ValueError`` where ``layout`` is of another kind or an amount in its unit is beyond what a
    form can hold, and ``KeyError`` where there is no layout of the target form's id.
    """
    if layout.model is not SelfEvaluationForm:
        raise ValueError(f"{layout.id} is the layout of a {layout.kind} form")
    known = dict(_head(target, layout)) | dict(_money(target, layout))
    data: dict[str, Any] = {"layout": layout.id}
    for field in layout.fields:
        if field != "project_amount" or field in layout.printed:
            put_key(data, field, known.get(field))
    data["indicators"] = [_row(row, levels, layout) for levels, row in _indicators(target, layout)]
    return SelfEvaluationForm.model_validate(data)


def in_unit(amount: Decimal, unit: MoneyUnit, wanted: MoneyUnit) -> Decimal:
    """Return an amount of money given in ``unit`` as ``wanted`` states it, exactly."""
    if unit == wanted:
        return amount
    shift = _POWERS_OF_TEN[unit] - _POWERS_OF_TEN[wanted]
    return numbers.plain(amount.scaleb(shift).normalize())


def _head(target: TargetForm, layout: Layout) -> Iterator[tuple[str, Any]]:
    yield from ((field, get(target, field)) for field in _AS_DECLARED)
    yield "title", layout.titles[0]
    yield "money_unit", layout.money_unit
    yield "expected_goal", target.annual_goal


def _money(target: TargetForm, layout: Layout) -> Iterator[tuple[str, Decimal]]:
    """Yield the amounts declared; parts the form does not print could not be changed there."""
    amounts = {f"{source}.initial_budget": f"funds.{part}" for part, source in _PARTS.items()}
    printed = {each: path for each, path in amounts.items() if f"funds.{each}" in layout.printed}
    declared = {field: get(target, path) for field, path in printed.items()}
    declared["annual_total.initial_budget"] = _total(target, "funds.annual_request")
    unit = target.money_unit or load_layout(target.layout).money_unit
    for field, amount in declared.items():
        if amount is not None:
            yield f"funds.{field}", in_unit(amount, unit, layout.money_unit)
    whole = _total(target, "funds.total_funds")
    if whole is not None:
        yield "project_amount", in_unit(whole, unit, layout.money_unit)


def _total(target: TargetForm, field: str) -> Decimal | None:
    """Return a total as the workbook shows it: summed, or as entered where parts are missing."""
    entered: Decimal | None = get(target, field)
    parts = parts_of(target, field)
    return live_sum(parts) if is_live(parts, entered) else entered


def _row(row: Indicator, levels: Levels, layout: Layout) -> dict[str, Any]:
    open_columns = dict.fromkeys(layout.columns_of_indicators)
    issued = {"name": row.name, "target": row.target, "weight": row.weight}
    return {**open_columns, **issued, "level1": levels[0], "level2": levels[1]}


def _indicators(target: TargetForm, layout: Layout) -> list[tuple[Levels, Indicator]]:
    """Return the indicators in order, but that costs stand where the layout has them."""
    source = load_layout(target.layout)
    moved: list[tuple[Levels, Indicator]] = []
    rows: list[tuple[Levels, Indicator]] = []
    for row in target.indicators:
        levels = _levels(row, source, layout)
        (rows if levels[0] == row.level1 else moved).append((levels, row))
    for levels, row in moved:
        rows.insert(_behind([place for place, _ in rows], levels, layout), (levels, row))
    return rows


def _levels(row: Indicator, source: Layout, layout: Layout) -> Levels:
    """Return the level-1 and level-2 names an indicator has on the layout."""
    groups = {group.level1: group for group in layout.indicators.groups}
    level1, level2 = row.level1, row.level2
    if COST in groups and (level1, level2) == (OUTPUT, COST):
        return COST, ECONOMIC_COST
    if COST not in groups and level1 == COST:
        return OUTPUT, COST
    if level1 is None or level1 not in groups:
        return level1, level2
    if level1 in layout.implied_level2:
        return level1, None
    only = groups[level1].level2 if len(groups[level1].level2) == 1 else (None,)
    return level1, level2 or source.implied_level2.get(level1) or only[0]


def _behind(places: Sequence[Levels], levels: Levels, layout: Layout) -> int:
    """Return where a row that changed its level 1 goes, so that every group stays in one piece.

    Behind its own group; else behind its level 1; else behind what officially precedes it.
    """
    official = [group.level1 for group in layout.indicators.groups]
    preceding = set(official[: official.index(str(levels[0]))]) if levels[0] in official else set()
    for matches in (
        [place == levels for place in places],
        [place[0] == levels[0] for place in places],
        [place[0] in preceding for place in places],
    ):
        if any(matches):
            return len(matches) - matches[::-1].index(True)
    return 0
