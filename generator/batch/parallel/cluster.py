"""The same work on a Dask cluster: a few chunks in flight, whatever a dead worker had done again.

On the workers it is done in child processes, which keep the limits of time and memory.  Dask
itself gives the tasks of a dead worker to another.  Where several workers died of one chunk its
items go one by one, and the one they die of again is answered by the guard.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from generator.batch.parallel.guard import Guard, NoCluster
from generator.batch.parallel.resident import resident

Item = TypeVar("Item")
Result = TypeVar("Result")

_CHUNK = 25
_WAIT = "15s"  # for a scheduler to answer


def on_cluster(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    guard: Guard[Item, Result],
    scheduler: str,
) -> Iterator[Result]:
    """Yield the result of every item, in order.  Raises ``NoCluster`` before the first."""
    client = _client(scheduler)
    with client:
        most = 3 * max(1, len(client.nthreads()))
        flying: deque[tuple[list[Item], Any]] = deque()
        for chunk in _chunks(items):
            flying.append((chunk, _submit(client, work, chunk, guard)))
            if len(flying) >= most:
                yield from _results(client, work, guard, *flying.popleft())
        while flying:
            yield from _results(client, work, guard, *flying.popleft())


def _client(scheduler: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        raise NoCluster(scheduler, installed=False) from None
    try:
        client: Any = Client
        return client(scheduler, timeout=_WAIT)
    except (OSError, ValueError):  # no answer in time, or no address
        raise NoCluster(scheduler, installed=True) from None


def _submit(
    client: Any,
    work: Callable[[Item], Result],
    chunk: list[Item],
    guard: Guard[Item, Result],
) -> Any:
    return client.submit(_do_all, work, chunk, guard, pure=False)


def _do_all(
    work: Callable[[Item], Result], items: list[Item], guard: Guard[Item, Result]
) -> list[Result]:
    child = resident(work, guard)
    return [child.do(item) for item in items]


def _results(
    client: Any,
    work: Callable[[Item], Result],
    guard: Guard[Item, Result],
    chunk: list[Item],
    future: Any,
) -> Iterator[Result]:
    from distributed import KilledWorker

    try:
        results = future.result()
    except KilledWorker:
        results = None
    future.release()
    if results is not None:
        yield from results
    elif len(chunk) == 1:
        yield guard.crashed(chunk[0])
    else:
        for item in chunk:
            again = _submit(client, work, [item], guard)
            yield from _results(client, work, guard, [item], again)


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, _CHUNK)):
        yield chunk
