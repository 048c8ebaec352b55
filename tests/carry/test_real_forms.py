"""Every real target form on every self-evaluation layout, through the workbook and back."""

from decimal import Decimal

import pytest

from generator.forms.fields import get
from generator.forms.models import SelfEvaluationForm, TargetForm, to_json
from generator.workbook.carry import carry
from generator.workbook.layout import Layout
from generator.workbook.reader import read_workbook_form
from generator.workbook.writer import write_form
from tests.carry.forms import EVALUATIONS, real_targets

REAL = real_targets()
DEFAULTS = {"funds.annual_total.weight"}
"""What the workbook itself fills in: the weight of the execution rate."""

pytestmark = pytest.mark.skipif(not REAL, reason="no real target forms here")
every_form = pytest.mark.parametrize("form", [pytest.param(f, id=name) for name, f in REAL])
every_layout = pytest.mark.parametrize("layout", EVALUATIONS, ids=lambda layout: layout.id)


@every_form
@every_layout
def test_the_workbook_gives_back_what_was_carried(form: TargetForm, layout: Layout) -> None:
    carried = carry(form, layout)
    back = read_workbook_form(write_form(carried)).form
    assert isinstance(back, SelfEvaluationForm)
    entered = set(layout.fields) - set(layout.computed) - DEFAULTS
    assert {f: get(back, f) for f in entered} == {f: get(carried, f) for f in entered}
    assert [_entered(row) for row in to_json(back)["indicators"]] == [
        _entered(row) for row in to_json(carried)["indicators"]
    ]
    assert _shape(to_json(back)) == _shape(to_json(carried))


@every_form
@every_layout
def test_order_and_words_are_kept(form: TargetForm, layout: Layout) -> None:
    carried = carry(form, layout)
    costs = [row for row in form.indicators if row.level1 == "成本指标"]
    others = [row for row in form.indicators if row.level1 != "成本指标"]
    issued = [(row.name, row.target) for row in carried.indicators]
    cost_names = [(row.name, row.target) for row in carried.indicators if row.level2 == "成本指标"]
    assert cost_names == [(row.name, row.target) for row in costs]
    assert [each for each in issued if each not in cost_names] == [
        (row.name, row.target) for row in others
    ]
    assert len(issued) == len(form.indicators)


@every_form
@every_layout
def test_the_money_is_the_request_to_the_cent(form: TargetForm, layout: Layout) -> None:
    funds = carry(form, layout).funds
    per_unit = Decimal(10_000) if layout.money_unit == "万元" else Decimal(1)
    assert _times(funds.annual_total.initial_budget, per_unit) == form.funds.annual_request
    for row, declared in (
        (funds.current_appropriation, form.funds.current_appropriation),
        (funds.carry_over, form.funds.carry_over),
        (funds.other_funds, form.funds.annual_other_funds),
    ):
        assert _times(row.initial_budget, per_unit) == declared


def _times(amount: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if amount is None else amount * factor


def _entered(row: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in row.items() if key != "score"}


def _shape(data: object) -> object:
    """Return the keys of a JSON object, and of the objects in it."""
    if isinstance(data, list):
        return [_shape(each) for each in data]
    return {key: _shape(value) for key, value in data.items()} if isinstance(data, dict) else None
