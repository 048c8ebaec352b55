"""The worker process: takes items from a pipe and answers each before it takes the next."""

import gc
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from generator.batch.parallel.guard import Guard

GRACE = 5
"""Seconds beyond its limit in which a process can still answer by itself."""


def serve(
    pipe: Connection, others: list[Connection], work: Callable[[Any], Any], guard: Guard[Any, Any]
) -> None:
    """Answer (number, item) with (number, result) until the other end closes.

    ``others`` are ends of pipes a forked process has inherited and must not hold open.  Ctrl-C is
    for the parent to decide on: the item at hand is finished, so that no file is left half done.
    """
    for other in others:
        other.close()
    prepare(guard)
    try:
        while True:
            number, item = pipe.recv()
            pipe.send((number, guard.do(work, item)))
    except (EOFError, OSError):  # the parent is gone, or wants no more
        return


def prepare(guard: Guard[Any, Any]) -> None:
    """Make this process one that works for another and keeps within the guard's memory."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(guard.memory)
    gc.freeze()  # what was imported stays: no collection need look at it
    gc.set_threshold(50_000)


def _limit_memory(size: int) -> None:
    """Let this process take so many bytes more than it has.

    A process forked off a large one (a worker beside LibreOffice's own Python) has that one's
    addresses from the start; a limit on the whole would leave it no room for a thread.
    """
    with suppress(ImportError, OSError, ValueError):  # no such limit here, or a lower one already
        import resource

        most = _in_use() + size
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (_smaller(most, hard, resource.RLIM_INFINITY), hard))


def _in_use() -> int:
    """Return the bytes of addresses this process has; raises ``OSError`` where nobody says."""
    pages = Path("/proc/self/statm").read_text("ascii").split()[0]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _smaller(size: int, hard: int, unlimited: int) -> int:
    return size if hard == unlimited else min(size, hard)
