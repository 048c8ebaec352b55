"""Answers come back from plain lists as they were, whatever texts they hold."""

import json
import marshal

import pytest

from generator.batch.examine import examine
from generator.batch.outcome import Outcome
from generator.batch.packed import packed, unpacked
from generator.resources import samples
from tests.report.outcomes import ERROR, INFO, WARNING, hostile, outcome, rejected

ANSWERS = [
    outcome("丙", INFO),
    outcome("甲", ERROR, WARNING),
    rejected("坏"),
    hostile(),
    Outcome("空.xlsx"),
    Outcome("旧.xlsx", issue=2, superseded_by="新.xlsx"),
]


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda each: each.file[:5])
def test_there_and_back(answer: Outcome) -> None:
    assert unpacked(json.loads(json.dumps(packed(answer)))) == answer
    assert unpacked(marshal.loads(marshal.dumps(packed(answer)))) == answer


def test_real_answers() -> None:
    for path in samples("returned").glob("*.xlsx"):
        answer = examine(path, path.name).outcome
        assert unpacked(json.loads(json.dumps(packed(answer)))) == answer


def test_every_field_is_kept() -> None:
    assert len(packed(Outcome("a"))) == len(Outcome.__struct_fields__)
