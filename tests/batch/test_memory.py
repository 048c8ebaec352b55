"""Memory hardly grows with the number of files: what each of them leaves behind is counted."""

import io
import os
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

import pytest
from msgspec.structs import replace

from generator.batch.check import CheckRun
from generator.batch.examine import Examined
from generator.batch.inputs import Gathered as Found
from generator.batch.inputs import Input, gather
from generator.batch.outcome import Outcome
from generator.batch.packed import packed, unpacked
from generator.batch.recalc import tasks_for
from generator.batch.report.gathered import Gathered
from generator.batch.report.review_book import write_review_book
from generator.batch.report.review_page import write_review_page
from generator.batch.returns.superseded import older_returns
from generator.cli import returns, writing
from generator.cli.console import Ended
from tests.report.outcomes import ERROR, WARNING, outcome
from tests.summary.entries import entry, evaluation

MANY = 4000
MOMENT = datetime(2026, 11, 20)


class Nowhere(io.RawIOBase):
    """A file that takes everything and keeps nothing."""

    def __init__(self) -> None:
        self.at = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        length = memoryview(data).nbytes  # type: ignore[arg-type]
        self.at += length
        return length

    def tell(self) -> int:
        return self.at


def peak(work: Callable[[], object]) -> int:
    """Return the most memory (bytes) some work has held at a time."""
    return traced(work)[1]


def held(work: Callable[[], object]) -> int:
    """Return the memory (bytes) that what some work returns takes."""
    return traced(work)[0]


def traced(work: Callable[[], object]) -> tuple[int, int]:
    tracemalloc.start()
    try:
        kept = work()
        used = tracemalloc.get_traced_memory()
        del kept
        return used
    finally:
        tracemalloc.stop()


def gathered(count: int) -> Gathered:
    pattern = [outcome("甲", ERROR, WARNING), outcome("乙"), outcome("丙", WARNING)]
    return Gathered.of(
        replace(pattern[n % 3], file=f"{n:05}.xlsx", project_id=f"{n // 2}") for n in range(count)
    )


def test_files_that_are_listed(tmp_path: Path) -> None:
    for number in range(MANY):
        (tmp_path / f"{number:05}.xlsx").touch()
    tasks_for(gather([tmp_path]).inputs)  # what is read once is not counted
    assert peak(lambda: tasks_for(gather([tmp_path]).inputs)) / MANY < 450
    assert held(lambda: tasks_for(gather([tmp_path]).inputs)) / MANY < 100  # each worker begins so


@pytest.mark.parametrize("write", [write_review_book, write_review_page])
def test_the_reports(write: Callable[[Gathered, BinaryIO, datetime], None]) -> None:
    def written(count: int) -> int:
        with gathered(count) as answers:
            return peak(lambda: write(answers, Nowhere(), MOMENT))  # type: ignore[arg-type]

    written(10)  # templates and words are read once
    few, many = written(MANY // 4), written(MANY)  # what is remembered of texts is full by then
    assert many < 1.1 * few


def test_answers_that_are_gathered() -> None:
    gathered(10).__exit__(None, None, None)
    assert peak(lambda: gathered(MANY)) / MANY < 60


def test_older_returns_of_every_form() -> None:
    """Every form came back twice: the worst batch there can be."""
    inputs = [Input("gone", f"{number:05}.xlsx") for number in range(MANY)]
    with gathered(MANY) as answers:
        assert peak(lambda: older_returns(answers, inputs)) / MANY < 1000


def answer(file: str) -> Outcome:
    """Return an answer that shares nothing with others: what is kept of it is seen."""
    return unpacked(packed(replace(outcome(file, ERROR, WARNING), project_id=file)))


def growth(command: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> float:
    """Return the bytes a command needs more for each file more; what lists them is not counted."""

    def used(count: int) -> int:
        listed = Found(tuple(Input("gone", f"{n:05}.xlsx") for n in range(count)), 0, ())
        monkeypatch.setattr(writing, "collect", lambda _: listed)
        return peak(lambda: silent(command))

    used(10)  # what is read once is not counted
    few, many = MANY // 8, MANY // 2
    return (used(many) - used(few)) / (many - few)


def silent(command: Callable[[], object]) -> None:
    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere), suppress(Ended):
        command()


def test_the_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def outcomes(_: CheckRun, inputs: Sequence[Input]) -> Iterator[Outcome]:
        return (answer(each.file) for each in inputs)

    monkeypatch.setattr(CheckRun, "outcomes", outcomes)
    json = str(tmp_path / "all.json")
    assert growth(partial(returns.check, [tmp_path], json), monkeypatch) < 300


def test_the_summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = entry(evaluation())

    def examined(_: CheckRun, inputs: Sequence[Input]) -> Iterator[Examined]:
        return (replace(real, outcome=answer(each.file)) for each in inputs)

    monkeypatch.setattr(CheckRun, "examined", examined)
    output = tmp_path / "all.xlsx"
    command = partial(returns.summary, [tmp_path], output, force=True)
    assert growth(command, monkeypatch) < 600  # what is remembered of texts among it
