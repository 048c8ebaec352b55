"""Memory hardly grows with the number of files: what each of them leaves behind is counted."""

import io
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import pytest

from generator.batch.inputs import Input, gather
from generator.batch.recalc import tasks_for
from generator.batch.report.gathered import Gathered
from generator.batch.report.review_book import write_review_book
from generator.batch.report.review_page import write_review_page
from generator.batch.returns.superseded import older_returns
from tests.report.outcomes import ERROR, WARNING, outcome

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
    tracemalloc.start()
    try:
        kept = work()
        used = tracemalloc.get_traced_memory()[1]
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
    gather([tmp_path])  # what is read once is not counted
    assert peak(lambda: tasks_for(gather([tmp_path]).inputs)) / MANY < 700


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
