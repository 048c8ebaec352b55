"""Amounts of two forms beside each other, in 元 and exact."""

from decimal import Decimal

from generator.forms.comparison import compare_forms

from .forms import evaluation, money, targets


def test_wan_yuan_and_yuan_are_compared_exactly() -> None:
    now, before = targets(), evaluation()
    money(now, "annual_request", "11010598.00")
    money(before, "initial_budget", "2658.56")
    money(before, "adjusted_budget", "2653.26")
    initial, adjusted = compare_forms(now, before).money
    assert (initial.earlier, initial.now) == (Decimal(26585600), Decimal(11010598))
    assert initial.difference == Decimal(-15575002)
    assert initial.percent == Decimal("-58.58")
    assert adjusted.earlier_field == "funds.annual_total.adjusted_budget"


def test_a_rise_from_nothing_has_no_percentage() -> None:
    now, before = targets(), evaluation()
    money(now, "annual_request", "500")
    money(before, "initial_budget", "0.00")
    (change,) = compare_forms(now, before).money
    assert change.difference == 500
    assert change.percent is None


def test_amounts_that_are_zero_in_both_forms_are_left_out() -> None:
    now, before = targets(), evaluation()
    money(now, "annual_request", "0")
    money(before, "initial_budget", "0.00")
    assert compare_forms(now, before).money == ()


def test_nothing_is_compared_where_one_unit_of_money_is_unknown() -> None:
    now, before = targets(money_unit=None), evaluation()
    money(now, "annual_request", "100")
    money(before, "initial_budget", "100")
    assert compare_forms(now, before).money == ()
