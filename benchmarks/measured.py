"""Time and peak memory of a piece of work, each in a fresh process so that none helps another."""

import multiprocessing
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import NamedTuple


class Measured(NamedTuple):
    """Seconds from the first item to the last, and the largest memory in MB, workers included."""

    seconds: float
    memory: float


def measured(work: Callable[[], object], *, warm: Callable[[], object] | None = None) -> Measured:
    """Return what ``work`` takes in a process of its own; ``warm`` runs before, unmeasured."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=_run, args=(theirs, work, warm))
    process.start()
    theirs.close()
    result: Measured = ours.recv()
    process.join()
    return result


def _run(pipe: Connection, work: Callable[[], object], warm: Callable[[], object] | None) -> None:
    if warm is not None:
        warm()
    started = time.perf_counter()
    work()
    pipe.send(Measured(time.perf_counter() - started, _peak()))


def _peak() -> float:
    import resource

    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return max(own, children) / unit
