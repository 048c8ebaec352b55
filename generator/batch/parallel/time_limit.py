"""A time limit inside one process, where the system has an alarm clock for it."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


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
