"""Which targets and actuals have a common unit, and which have none."""

from decimal import Decimal

import pytest
from hypothesis import given

from generator.forms.values import (
    Assumed,
    Comparable,
    Incomparable,
    Mismatch,
    Quantity,
    compare,
    parse,
)

from .strategies import quantities

COMPARABLE = [
    ("≥95.00(%)", "96%", "95", "96", None),
    ("=100（％）", "100.00 (%)", "100", "100", None),
    ("30.68万份", "305000份", "306800", "305000", None),
    ("100万", "1000000", "1000000", "1000000", None),
    ("600(万/人次)", "419.30万人次", "600", "419.30", None),
    ("≤2小时", "90分钟", "7200", "5400", None),
    ("≤2天", "36小时", "172800", "129600", None),
    ("≤5万元", "48000元", "50000", "48000", None),
    ("≤3万元/人", "25000元/人", "30000", "25000", None),
    ("≥1TB", "2048GB", "1099511627776", "2199023255552", None),
    ("≥2公里", "1800米", "2000", "1800", None),
    ("≤1%", "5‰", "1", "0.5", None),
    ("95%", "0.95", "95", "95", Assumed.RATIO),
    ("0.9", "95%", "90", "95", Assumed.RATIO),
    ("100%", "1", "100", "100", Assumed.RATIO),
    ("27人", "27", "27", "27", Assumed.MISSING_UNIT),
    ("27", "25人", "27", "25", Assumed.MISSING_UNIT),
]

INCOMPARABLE = [
    ("100%", "100", Mismatch.PERCENT_OR_COUNT),
    ("30.68万份", "30.5", Mismatch.MULTIPLIER_MISSING),
    ("30.5", "30.68万份", Mismatch.MULTIPLIER_MISSING),
    ("≤3小时", "2", Mismatch.UNIT_MISSING),
    ("≤5000元", "4800", Mismatch.UNIT_MISSING),
    ("27人", "27人次", Mismatch.DIFFERENT_UNITS),
    ("100%", "27人", Mismatch.DIFFERENT_UNITS),
    ("5元/人", "5元", Mismatch.DIFFERENT_UNITS),
    ("增长5%", "下降5%", Mismatch.OPPOSITE_DIRECTIONS),
]


def quantity(text: str) -> Quantity:
    value = parse(text)
    assert isinstance(value, Quantity)
    return value


@pytest.mark.parametrize(("target", "actual", "one", "other", "assumed"), COMPARABLE)
def test_comparable(
    target: str, actual: str, one: str, other: str, assumed: Assumed | None
) -> None:
    expected = Comparable(Decimal(one), Decimal(other), assumed)
    assert compare(quantity(target), quantity(actual)) == expected


@pytest.mark.parametrize(("target", "actual", "why"), INCOMPARABLE)
def test_incomparable(target: str, actual: str, why: Mismatch) -> None:
    assert compare(quantity(target), quantity(actual)) == Incomparable(why)


@given(quantities(), quantities())
def test_comparing_the_other_way_round_mirrors_the_result(one: Quantity, other: Quantity) -> None:
    there, back = compare(one, other), compare(other, one)
    if isinstance(there, Comparable):
        assert back == Comparable(there.actual, there.target, there.assumed)
    else:
        assert back == there


@given(quantities(), quantities())
def test_numbers_are_scaled_by_their_units_exactly(one: Quantity, other: Quantity) -> None:
    result = compare(one, other)
    if isinstance(result, Comparable) and result.assumed is None:
        left = Decimal(result.target) * other.number * other.unit.factor
        right = Decimal(result.actual) * one.number * one.unit.factor
        assert abs(left - right) <= abs(left) * Decimal("1e-25")


@given(quantities())
def test_a_quantity_compares_with_itself(value: Quantity) -> None:
    assert compare(value, value) == Comparable(value.number, value.number)


def test_shares_joined_by_a_dot_are_shares() -> None:
    one, other = parse("≤300元/人·天"), parse("300元/人/天")
    assert isinstance(one, Quantity)
    assert isinstance(other, Quantity)
    assert compare(one, other) == Comparable(other.number, other.number)
