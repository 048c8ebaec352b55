"""Time and peak memory of a piece of work, each in a fresh process so that none helps another."""

import multiprocessing
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple, TypeVar

Result = TypeVar("Result")

_EVERY = 0.1  # seconds between two looks at the memory of all processes


class Measured(NamedTuple):
    """What some work took.

    ``seconds`` from the first item to the last; ``busy``: the seconds of processor time of the
    process and its children, which other programs disturb less; ``largest``: the peak memory (MB)
    of the largest process, children included; ``together``: that of the process and all its
    children at one moment, memory they share counted once.  Memory is ``None`` where the system
    does not tell (Linux does).
    """

    seconds: float
    busy: float
    largest: float | None
    together: float | None


def measured(
    work: Callable[[], object], *, warm: Callable[[], object] | None = None, rounds: int = 1
) -> Measured:
    """Return what ``work`` takes in a process of its own, the quickest of some rounds.

    ``warm`` runs before, unmeasured.  Raises ``RuntimeError`` where the work fails.
    """
    runs = (_measured(work, warm) for _ in range(rounds))
    return min(runs, key=lambda each: each.seconds)


def _measured(work: Callable[[], object], warm: Callable[[], object] | None) -> Measured:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_run, args=(theirs, work, warm))
    process.start()
    theirs.close()
    memory = _Memory(process.pid or 0)
    while not ours.poll(_EVERY):
        memory.look()
    try:
        seconds, busy = ours.recv()
        memory.look()
        ours.send(None)
    except EOFError:
        raise RuntimeError("the work failed, nothing was measured") from None
    process.join()
    return Measured(seconds, busy, memory.largest, memory.together)


def _run(pipe: Connection, work: Callable[[], object], warm: Callable[[], object] | None) -> None:
    # processes the work starts are to be of the usual kind, not of the kind this one is
    multiprocessing.set_start_method(multiprocessing.get_all_start_methods()[0], force=True)
    if warm is not None:
        warm()
    started, busy = time.perf_counter(), _busy()
    work()
    pipe.send((time.perf_counter() - started, _busy() - busy))
    pipe.recv()  # our memory is looked at first


def _busy() -> float:
    """Return the processor time of this process and of its children that have ended."""
    if sys.platform == "win32":
        return time.process_time()
    import resource

    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


class _Memory:
    """The memory of a process and everything below it, looked at now and then."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self.largest: float | None = None
        self.together: float | None = None

    def look(self) -> None:
        """Look once more.  A process keeps its own peak; that of all at once may be missed."""
        processes = _below(self._pid) if sys.platform == "linux" else []
        if processes:
            shares = (_told(f"/proc/{pid}/smaps_rollup", "Pss:") for pid in processes)
            peaks = (_told(f"/proc/{pid}/status", "VmHWM:") for pid in processes)
            self.together = max(self.together or 0, sum(shares))
            self.largest = max(self.largest or 0, *peaks)


def _below(pid: int) -> list[int]:
    found = [pid]
    for task in _read(Path(f"/proc/{pid}/task"), lambda path: list(path.iterdir())) or []:
        for child in (_read(task / "children", Path.read_text) or "").split():
            found += _below(int(child))
    return found


def _told(path: str, name: str) -> float:
    """Return what the system says under a name, in MB, 0 of a process that has ended."""
    lines = (_read(Path(path), Path.read_text) or "").splitlines()
    words = (line.split() for line in lines)
    return next((int(each[1]) / 1024 for each in words if each[0] == name), 0.0)


def _read(path: Path, how: Callable[[Path], Result]) -> Result | None:
    """Read something of a process, ``None`` where that has ended in between."""
    try:
        return how(path)
    except OSError:
        return None
