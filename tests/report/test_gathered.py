"""Outcomes kept on disk come back whole, in order, however they are read."""

from pathlib import Path

from generator.batch.report.gathered import Gathered
from generator.batch.report.shown import Urgency, urgency_of
from generator.batch.report.statistics import Statistics
from generator.forms.findings import Severity

from .outcomes import ERROR, INFO, WARNING, hostile, outcome, rejected

BATCH = [
    outcome("丙", INFO),
    rejected("坏"),
    outcome("甲", ERROR),
    hostile(),
    outcome("乙", WARNING),
]


def test_outcomes_come_back_in_order() -> None:
    with Gathered.of(BATCH) as gathered:
        assert list(gathered) == BATCH
        assert list(gathered) == BATCH


def test_piles_can_be_read_in_turns() -> None:
    with Gathered.of(BATCH) as gathered:
        read = [next(gathered.pile(urgency)).file for urgency in Urgency]
        assert read == ["甲", "坏", "乙", "丙"]
        both = [(one.file, other.file) for one, other in zip(gathered, gathered, strict=True)]
        assert both == [(each.file, each.file) for each in BATCH]


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    with Gathered.of(BATCH, tmp_path):
        pass
    assert not list(tmp_path.iterdir())


def test_urgency() -> None:
    piles = [urgency_of(each).chinese for each in BATCH]
    assert piles == ["未发现问题", "未能读取", "需退回修改", "需退回修改", "请核实"]


def test_counts() -> None:
    counts = Statistics()
    for each in (
        outcome("甲", ERROR, ERROR, INFO),
        outcome("乙", ERROR, rate="100"),
        rejected("坏"),
    ):
        counts.take(each)
    assert (counts.files, counts.read, counts.findings) == (3, 2, 4)
    first = counts.rules()[0]
    assert (first.rule, first.by_severity[Severity.ERROR], first.forms) == ("FND-3", 3, 2)
    assert (counts.grades["良"].entered, counts.grades["优"].computed) == (2, 2)
    assert (counts.rates["50%至80%"], counts.rates["100%"]) == (1, 1)
