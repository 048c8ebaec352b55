"""What becomes of an item that cannot be finished in its time and memory: an answer of its own,
never a lost one.
"""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Generic, TypeVar

from msgspec import Struct


class TimeIsUp(BaseException):
    """Raised in the middle of work whose time is up; no ``except Exception`` keeps it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise ``TimeIsUp`` in the work inside when it takes longer.

    Only the main thread of a process on a system with interval timers can be interrupted, and
    only where the alarm is not the host program's; elsewhere nothing happens here, and the pool
    stops the worker from outside.
    """
    if not _has_alarm():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _has_alarm() -> bool:
    """Tell whether the alarm may be set: inside another program (LibreOffice) it is taken."""
    if not hasattr(signal, "setitimer") or threading.current_thread() != threading.main_thread():
        return False
    return signal.getsignal(signal.SIGALRM) is not None  # None: set by the program around us


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise TimeIsUp


class NoCluster(Exception):  # noqa: N818  (an answer about the cluster, not a program error)
    """The cluster cannot be used; ``installed`` says whether at least the package is there."""

    def __init__(self, scheduler: str, *, installed: bool) -> None:
        super().__init__(scheduler)
        self.scheduler, self.installed = scheduler, installed


Item = TypeVar("Item")
Result = TypeVar("Result")


class Guard(Struct, Generic[Item, Result], frozen=True):
    """The answers to items that take too long, need too much memory, or bring the work down.

    ``seconds`` is the time for one item, ``memory`` the bytes a worker process may take beyond
    what it begins with, where the system enforces it.  The answers have to be functions a worker
    process can import.
    """

    late: Callable[[Item], Result]
    too_large: Callable[[Item], Result]
    crashed: Callable[[Item], Result]
    seconds: float = 30
    memory: int = 2048 * 1024 * 1024

    def do(self, work: Callable[[Item], Result], item: Item) -> Result:
        """Return the result of the work on one item, or the answer in its place."""
        try:
            with time_limit(self.seconds):
                return work(item)
        except TimeIsUp:
            return self.late(item)
        except MemoryError:
            return self.too_large(item)
        except Exception:  # a fault of ours, which must not take the other items along
            _note(item)
            return self.crashed(item)


def _note(item: object) -> None:
    """Keep the traceback for the makers, where somebody listens."""
    import logging  # late: seldom needed

    logging.getLogger(__name__).debug("work on %s failed", item, exc_info=True)
