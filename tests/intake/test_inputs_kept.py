"""Inputs come back as they were put in, whatever their names are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.batch.intake import Input
from generator.batch.intake.archive import Member
from generator.batch.intake.inputs_kept import InputsKept
from generator.workbook.rejection import Rejection

Names = st.text(st.characters(), max_size=8)  # names no UTF-8 can hold among them
Files = st.one_of(
    st.builds(
        lambda folder, file: (folder + file, file), st.sampled_from(["", "/a/", "b/"]), Names
    ),
    st.tuples(Names, Names),
)
Members = st.lists(st.builds(Member, st.integers(0, 99), st.integers(0, 2**32 - 1)), max_size=2)
Refusals = st.none() | st.builds(Rejection, Names, Names)
Inputs = st.lists(
    st.builds(lambda at, inside, no: Input(*at, tuple(inside), no), Files, Members, Refusals)
)


@given(Inputs)
def test_each_comes_back(inputs: list[Input]) -> None:
    kept = InputsKept(inputs)
    assert list(kept) == inputs
    assert kept[1:] == inputs[1:]
    assert [kept[-place] for place in range(1, len(inputs) + 1)] == inputs[::-1]


def test_there_is_nothing_past_the_end() -> None:
    kept = InputsKept([Input("/a/b.xlsx", "b.xlsx")])
    for place in (1, -2):
        with pytest.raises(IndexError):
            kept[place]
