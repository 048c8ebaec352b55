"""The child process may die of what it reads; we live, say so, and start another."""

import io
import os
import sys
import time
from pathlib import Path

import openpyxl
import pytest

from generator.workbook.foreign import as_xlsx, child, process
from generator.workbook.opening import open_workbook
from generator.workbook.package import Limits
from generator.workbook.rejection import Rejected
from tests.intake.xlsb import xlsb_of

GOOD = xlsb_of({"表": [(0, 0, "项目"), (1, 1, 0.1 + 0.2)]})
FAR = xlsb_of({"表": [(0, 0, "项目"), (1_048_575, 16_383, 1.0)]})


def code_of(data: bytes, limits: Limits) -> str:
    with pytest.raises(Rejected) as refused:
        as_xlsx(data, limits)
    return refused.value.rejection.code


def script(folder: Path, body: str) -> Path:
    """Return a child that answers like ours, but does something else first."""
    path = folder / "child.py"
    path.write_text(f"import os, sys, time\n{body}\n", encoding="utf-8")
    return path


def test_values_come_through() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(GOOD, Limits())))
    assert [[cell.value for cell in row] for row in book["表"].iter_rows()] == [
        ["项目", None],
        [None, 0.3],
    ]


def test_one_far_cell_kills_the_child_only() -> None:
    limits = Limits(cells=1000)
    assert code_of(FAR, limits) == "FOREIGN-TOO-BIG"
    assert as_xlsx(GOOD, limits)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a process below its limit")
def test_memory_is_limited() -> None:
    tall = xlsb_of({"表": [(0, 0, 1.0), (1_000_000, 20, 1.0)]})
    assert code_of(tall, Limits(foreign_memory=300 * 1024 * 1024)) == "FOREIGN-TOO-BIG"


def test_cells_are_counted() -> None:
    many = xlsb_of({"表": [(row, 0, 1.0) for row in range(11)]})
    assert code_of(many, Limits(cells=10)) == "FOREIGN-CELLS"
    assert as_xlsx(many, Limits(cells=11))


def test_time_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_SCRIPT", script(tmp_path, "time.sleep(60)"))
    started = time.monotonic()
    assert code_of(GOOD, Limits(foreign_seconds=1)) == "FOREIGN-TIMEOUT"
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    "body",
    [
        "os.abort()",
        "sys.exit(3)",
        "sys.stdin.buffer.read(8); os.kill(os.getpid(), 9)",
        "sys.stdout.buffer.write(bytes(4))",
    ],
)
def test_any_death_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    monkeypatch.setattr(process, "_SCRIPT", script(tmp_path, body))
    assert code_of(GOOD, Limits(foreign_seconds=7)) == "FOREIGN-CRASHED"


def test_an_answer_too_large_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = "sys.stdout.buffer.write(b'\\xff' * 8); sys.stdout.flush(); time.sleep(60)"
    monkeypatch.setattr(process, "_SCRIPT", script(tmp_path, body))
    assert code_of(GOOD, Limits(foreign_seconds=8)) == "FOREIGN-TOO-BIG"


def test_the_child_is_kept_and_replaced() -> None:
    mine = process.child_process(Limits(cells=999))
    mine.ask(child.CELLS, (), GOOD)
    first = mine._process
    mine.ask(child.CELLS, (), GOOD)
    assert first is not None and mine._process is first
    os.kill(first.pid, 9)
    first.wait()
    assert mine.ask(child.CELLS, (), GOOD)[0] == child.DONE
    mine.end()


def test_an_interrupted_question_leaves_no_answer_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = process.Child(Limits())

    def interrupted(*_: object) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(child, "receive", interrupted)
        mine.ask(child.CELLS, (), FAR)
    assert mine.ask(child.CELLS, (), GOOD)[0] == child.DONE
    mine.end()


@pytest.mark.parametrize("seed", range(40))
def test_damaged_files_are_answered(seed: int) -> None:
    files = Path(__file__).parent / "files"
    data = bytearray((files / "structure-only.xls").read_bytes() if seed % 2 else GOOD)
    for step in range(6):
        data[(seed * 7919 + step * 104_729) % len(data)] ^= 1 << (seed % 8)
    try:
        open_workbook(bytes(data), Limits())
    except Rejected as refused:
        assert refused.rejection.message
