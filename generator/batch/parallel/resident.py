"""A child process for whoever may not limit or lose its own: a cluster's worker.

A worker of a cluster works in threads, which no alarm interrupts, and holds what other tasks
need, so that a limit on its memory would hit those as well.  So each of its threads keeps a child
that does the work item by item under the same guard as everywhere, and is replaced when it dies
or is late.  It is started as a program: a worker of a cluster may be forbidden children of the
usual kind.
"""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import IO, Any, Generic, TypeVar

from generator.batch.parallel.guard import Guard
from generator.batch.parallel.worker import GRACE

Item = TypeVar("Item")
Result = TypeVar("Result")

_CHANCES = 2
"""An item gets a fresh process once after one has died of it, as in the pool."""


class Late(Exception):  # noqa: N818  (an answer about an item, not a program error)
    """The child did not answer within its time and was ended."""


class Resident(Generic[Item, Result]):
    """One child process, started when first asked and kept for the next item."""

    def __init__(self, work: Callable[[Item], Result], guard: Guard[Item, Result]) -> None:
        self._work, self._guard = work, guard
        self._process: subprocess.Popen[bytes] | None = None

    def do(self, item: Item) -> Result:
        """Return the result of the work on one item, or the guard's answer in its place."""
        for _ in range(_CHANCES):
            try:
                return self._asked(item)
            except Late:
                return self._guard.late(item)
            except (EOFError, OSError, pickle.UnpicklingError):  # it died in the middle
                self.end()
        return self._guard.crashed(item)

    def end(self) -> None:
        """End the child, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in _streams(process):
                _close(stream)

    def _asked(self, item: Item) -> Result:
        expired = threading.Event()
        to_child, from_child = _streams(self._running())
        alarm = threading.Timer(self._guard.seconds + GRACE, self._stop, (expired,))
        alarm.start()
        try:
            pickle.dump(item, to_child)
            to_child.flush()
            result: Result = pickle.load(from_child)  # our own child, which loads our own code
        except (EOFError, OSError, pickle.UnpicklingError):
            if expired.is_set():
                self.end()
                raise Late from None
            raise
        finally:
            alarm.cancel()
        return result

    def _stop(self, expired: threading.Event) -> None:
        expired.set()
        if self._process is not None:
            self._process.kill()

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "generator.batch.parallel.resident_child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
            to_child, from_child = _streams(self._process)
            pickle.dump((self._work, self._guard), to_child)
            to_child.flush()
            pickle.load(from_child)  # it is ready: starting takes nothing from an item's time
        return self._process


_of_thread = threading.local()


def resident(work: Callable[[Any], Any], guard: Guard[Any, Any]) -> Resident[Any, Any]:
    """Return this thread's child for some work; one for other work is ended."""
    known = getattr(_of_thread, "known", None)
    if known is None or known[0] != (work, guard):
        if known is not None:
            known[1].end()
        known = _of_thread.known = (work, guard), Resident(work, guard)
    child: Resident[Any, Any] = known[1]
    return child


def _streams(process: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin is not None and process.stdout is not None, "both were asked for"
    return process.stdin, process.stdout


def _close(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:  # it was not read to its end
        return
