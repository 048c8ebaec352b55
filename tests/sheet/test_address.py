"""Addresses as people and files write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.workbook.sheet import address, area, position


@given(st.integers(1, 1_048_576), st.integers(1, 16_384))
def test_there_and_back(row: int, column: int) -> None:
    assert position(address(row, column)) == (row, column)


def test_examples() -> None:
    assert position("$G$15") == position("g15") == (15, 7)
    assert address(1_048_576, 16_384) == "XFD1048576"
    assert area("D9:B2") == (2, 2, 9, 4)
    assert area("B2") == (2, 2, 2, 2)


@pytest.mark.parametrize("text", ["", "A", "1", "A0", "A01", "XFE1", "A1048577", "A1 ", "Á1", "A١"])
def test_no_addresses(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        position(text)
