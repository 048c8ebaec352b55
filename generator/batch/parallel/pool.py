"""Worker processes that may die: whatever one was at is known, and done again by another.

Each worker has a pipe of its own and a few items ahead, which it answers one by one.  So the
item a worker died of is the first it has not answered; it gets one more chance, in a fresh
process, and only the second death is answered by the guard.  No result is taken twice.
"""

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from msgspec import Struct, field

from generator.batch.parallel.guard import Guard
from generator.batch.parallel.worker import GRACE, serve

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 32  # items in the pipe of a worker, so that it hardly ever waits for the parent
_NAP = 0.02  # seconds in which more results come while workers have plenty: waking costs time
_WINDOW = 64  # results a worker may be ahead of the reader: memory stays flat
_PATIENCE = 10  # seconds for the item at hand when the work is given up


class _Worker(Struct):
    process: BaseProcess
    pipe: Connection
    given: deque[int] = field(default_factory=deque)
    since: float = 0.0
    """When it began with the first of ``given``."""


class Pool(Generic[Item, Result]):
    """One run over some items."""

    def __init__(
        self,
        work: Callable[[Item], Result],
        items: Sequence[Item],
        guard: Guard[Item, Result],
        workers: int,
    ) -> None:
        self._work, self._items, self._guard, self._size = work, items, guard, workers
        self._workers: list[_Worker] = []
        self._waiting = deque(range(len(items)))
        self._done: dict[int, Result] = {}
        self._suspects: set[int] = set()
        self._yielded = 0

    def results(self) -> Iterator[Result]:
        """Yield the result of every item, in order."""
        try:
            self._workers = [self._start() for _ in range(self._size)]
            while self._yielded < len(self._items):
                self._hand_out()
                self._collect()
                while self._yielded in self._done:
                    result = self._done.pop(self._yielded)
                    self._yielded += 1
                    yield result
        finally:
            self._close()

    def _start(self) -> _Worker:
        ours, theirs = multiprocessing.Pipe()
        forked = multiprocessing.get_start_method() == "fork"
        inherited = [ours, *(worker.pipe for worker in self._workers)] if forked else []
        arguments = (theirs, inherited, self._work, self._guard)
        process = multiprocessing.Process(target=serve, args=arguments, daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _hand_out(self) -> None:
        for worker in self._workers:
            while self._takes_more(worker):
                number = self._waiting.popleft()
                if not worker.given:
                    worker.since = time.monotonic()
                worker.given.append(number)
                if not _sent(worker.pipe, (number, self._items[number])):
                    break

    def _takes_more(self, worker: _Worker) -> bool:
        """Tell whether a worker gets another item now; fewer ahead when few are left for all."""
        if not self._waiting:
            return False
        ahead = min(_AHEAD, 1 + len(self._waiting) // (2 * self._size))
        near = self._waiting[0] < self._yielded + _WINDOW * self._size
        return near and len(worker.given) < ahead

    def _collect(self) -> None:
        """Take what has come; replace workers that died or hang."""
        wait([worker.pipe for worker in self._workers], timeout=1)
        if len(self._waiting) > _AHEAD * self._size:
            time.sleep(_NAP)
        for worker in list(self._workers):
            alive = self._take(worker)
            if not alive:
                self._replace(worker, self._guard.crashed)
            elif self._hangs(worker):
                worker.process.kill()
                self._replace(worker, self._guard.late)

    def _take(self, worker: _Worker) -> bool:
        """Take all results of a worker; tell whether it is still there."""
        try:
            while worker.pipe.poll():
                number, result = worker.pipe.recv()
                worker.given.popleft()
                worker.since = time.monotonic()
                self._done[number] = result
        except (EOFError, OSError):
            return False
        return True

    def _hangs(self, worker: _Worker) -> bool:
        late = time.monotonic() - worker.since > self._guard.seconds + GRACE
        return bool(worker.given) and late

    def _replace(self, worker: _Worker, answer: Callable[[Item], Result]) -> None:
        """Start another in its place and give back what it had not answered."""
        worker.process.join()
        worker.pipe.close()
        self._workers.remove(worker)
        if worker.given:
            self._blame(worker.given[0], answer)
        again = [number for number in worker.given if number not in self._done]
        self._waiting.extendleft(reversed(again))
        self._workers.append(self._start())

    def _blame(self, number: int, answer: Callable[[Item], Result]) -> None:
        """Answer the item a worker died of, at its second death or where it had all its time."""
        if number in self._suspects or answer is self._guard.late:
            self._done[number] = answer(self._items[number])
        self._suspects.add(number)

    def _close(self) -> None:
        """Let the workers finish what they are at, and wait for them; then no more patience."""
        for worker in self._workers:
            worker.pipe.close()
        until = time.monotonic() + _PATIENCE
        for worker in self._workers:
            worker.process.join(max(0.0, until - time.monotonic()))
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()


def _sent(pipe: Connection, message: Any) -> bool:
    """Send; a worker that is dead is found dead where its results are taken."""
    try:
        pipe.send(message)
    except OSError:
        return False
    return True
