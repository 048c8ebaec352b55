"""Every item has one result, in order, whatever becomes of the process that works on it."""

import mmap
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.batch.inputs import gather
from generator.batch.parallel import NoCluster, in_order, pool, resident
from generator.batch.recalc import RecalcRun, tasks_for

from .faulty_work import do, guard
from .the_command import batch, copies

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by signals")
_MB = 1024 * 1024


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_order_is_the_same_however_many_work(jobs: int) -> None:
    items = [f"item {number}" for number in range(200)]
    assert list(in_order(do, items, guard(), jobs)) == [f"{item} done" for item in items]


def test_no_items() -> None:
    assert list(in_order(do, [], guard(), 4)) == []


def test_a_killed_worker_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    marks = [tmp_path / f"mark{number}" for number in range(60)]
    items = [f"mark {mark}" for mark in marks]
    items[20:20] = [f"die-once {tmp_path / 'once'}"]
    items[40:40] = ["die"]
    answers = list(in_order(do, items, guard(), 2))
    assert answers == [f"{item} crashed" if item == "die" else f"{item} done" for item in items]
    assert all(mark.read_text() for mark in marks)


def test_many_deaths(tmp_path: Path) -> None:
    items = [("die" if number % 4 == 0 else "item") + f" {number}" for number in range(40)]
    wanted = [f"{item} crashed" if item.startswith("die") else f"{item} done" for item in items]
    assert list(in_order(do, items, guard(), 3)) == wanted


@pytest.mark.parametrize("jobs", [1, 2])
def test_time_and_faults_are_answers(jobs: int) -> None:
    items = ["item 1", "sleep 1", "raise 1", "item 2"]
    started = time.monotonic()
    answers = list(in_order(do, items, guard(seconds=0.3), jobs))
    assert answers == ["item 1 done", "sleep 1 late", "raise 1 crashed", "item 2 done"]
    assert time.monotonic() - started < 10


def test_a_worker_that_cannot_be_interrupted_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "GRACE", 0.2)
    answers = list(in_order(do, ["item 1", "hang 1", "item 2"], guard(seconds=0.3), 2))
    assert answers == ["item 1 done", "hang 1 late", "item 2 done"]


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not limit memory")
def test_memory_is_limited() -> None:
    answers = list(in_order(do, ["item 1", "grow 1", "item 2"], guard(), 2))
    assert answers == ["item 1 done", "grow 1 too large", "item 2 done"]


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not limit memory")
def test_a_worker_of_a_large_process_has_room_as_well() -> None:
    """It begins with the addresses of the process it is forked off: here more than its limit."""
    limits = guard(seconds=10, memory=256 * _MB)
    with mmap.mmap(-1, 4096 * _MB):  # addresses only, never touched
        answers = list(in_order(do, ["thread 1", "grow 1", "thread 2"], limits, 2))
    assert answers == ["thread 1 done", "grow 1 too large", "thread 2 done"]


def test_a_reader_that_stops_ends_the_workers() -> None:
    results = in_order(do, [f"item {number}" for number in range(500)], guard(), 2)
    assert next(results) == "item 0 done"
    started = time.monotonic()
    results.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 5


def test_a_scheduler_that_is_not_there() -> None:
    pytest.importorskip("distributed", reason="the extra jixiao[cluster] is not installed")
    with pytest.raises(NoCluster) as refused:
        list(in_order(do, ["item 1"], guard(), scheduler="no address"))
    assert refused.value.installed


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a cluster of two workers."""
    distributed = pytest.importorskip(
        "distributed", reason="the extra jixiao[cluster] is not installed"
    )
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as made:
        yield made.scheduler_address


def test_a_cluster_loses_and_doubles_nothing(cluster: str, tmp_path: Path) -> None:
    """A process that does the work dies, and so does a worker of the cluster itself."""
    items = [f"mark {tmp_path / str(number)}" for number in range(120)]
    items[30:30] = [f"die-once {tmp_path / 'once'}"]
    items[90:90] = [f"die-once-above {tmp_path / 'above'}"]
    answers = list(in_order(do, items, guard(), scheduler=cluster))
    assert answers == [f"{item} done" for item in items]
    assert (tmp_path / "above").exists()


def test_a_cluster_keeps_the_limits(cluster: str) -> None:
    items = ["item 1", "sleep 1", "grow 1", "die", "raise 1", "item 2"]
    answers = list(in_order(do, items, guard(seconds=0.5), scheduler=cluster))
    wanted = ["done", "late", "too large", "crashed", "crashed", "done"]
    assert answers == [f"{item} {end}" for item, end in zip(items, wanted, strict=True)]


def test_a_batch_of_returns_on_a_cluster(cluster: str, tmp_path: Path) -> None:
    """The same answers and the same copies as without it."""
    returned = batch(tmp_path / "退回", 40)
    tasks = tasks_for(gather([returned]).inputs)
    here, there = tmp_path / "here", tmp_path / "there"
    alone = list(RecalcRun(here, jobs=1).outcomes(tasks))
    assert list(RecalcRun(there, scheduler=cluster).outcomes(tasks)) == alone
    assert copies(there) == copies(here) and len(copies(here)) > len(tasks)


def test_a_child_that_cannot_be_interrupted_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resident, "GRACE", 0.5)
    child = resident.Resident(do, guard(seconds=1))
    assert [child.do(item) for item in ("hang 1", "item 1")] == ["hang 1 late", "item 1 done"]
    child.end()
