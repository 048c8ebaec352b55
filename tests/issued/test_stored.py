"""Records as they come back: taken as our own program wrote them, anything else is none."""

import json
from typing import Any

import pytest

from generator.workbook.issued.stored import IssuedIndicator, stored_record

RECORD: dict[str, Any] = {
    "record": 2,
    "layout": "sh-eval-2023",
    "version": 1,
    "project_id": "0123456789abcdef",
    "block": [7, 46],
    "columns": {"name": 3},
    "indicators": [{"name": "甲"}],
}


def test_our_own_record_is_taken_back_and_later_keys_are_passed_over() -> None:
    stored = stored_record(json.dumps(RECORD | {"later": "passed over"}))
    assert stored is not None
    assert (stored.block, stored.columns, stored.issue) == ((7, 46), {"name": 3}, 1)
    assert stored.indicators == (IssuedIndicator(name="甲"),)


@pytest.mark.parametrize(
    "change",
    [
        {"layout": 1},
        {"version": "1"},
        {"version": True},
        {"version": 1.0},
        {"issued": 20260309},
        {"block": [7]},
        {"block": "甲乙"},
        {"columns": {"name": None}},
        {"columns": []},
        {"indicators": [{"weight": 30}]},
    ],
)
def test_a_value_of_another_type_makes_no_record(change: dict[str, Any]) -> None:
    assert stored_record(json.dumps(RECORD | change)) is None


@pytest.mark.parametrize("text", ["", "null", "[]", "{}", "[" * 100_000, '{"record": 2'])
def test_anything_else_is_no_record(text: str) -> None:
    assert stored_record(text) is None
