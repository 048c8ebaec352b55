"""The same work on many items: in this process, in several, or on a Dask cluster.

Results come in the order of the items, whoever did the work.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 25
"""Items handed to a worker at once; measured best for forms of some tens of kilobytes."""


def usual_jobs(items: int) -> int:
    """Return how many processes are worth starting for so many files."""
    return max(1, min(os.cpu_count() or 1, items // CHUNK))


def in_order(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    jobs: int | None = None,
    scheduler: str | None = None,
) -> Iterator[Result]:
    """Yield the result of every item, in order, one at a time as they are ready.

    ``jobs`` is the number of processes (by default as many as pay); ``scheduler`` is the address
    of a Dask cluster, which then does the work.
    """
    if scheduler is not None:
        return _on_cluster(work, items, scheduler)
    workers = usual_jobs(len(items)) if jobs is None else jobs
    if workers <= 1:
        return map(work, items)
    return _in_processes(work, items, workers)


def _chunk(work: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    return [work(item) for item in items]


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, CHUNK)):
        yield chunk


def _in_processes(
    work: Callable[[Item], Result], items: Sequence[Item], workers: int
) -> Iterator[Result]:
    """Keep a few chunks ahead of the reader, so that memory stays flat."""
    with ProcessPoolExecutor(workers) as pool:
        waiting: deque[Future[list[Result]]] = deque()
        for chunk in _chunks(items):
            waiting.append(pool.submit(_chunk, work, chunk))
            if len(waiting) > workers * 3:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _on_cluster(
    work: Callable[[Item], Result], items: Sequence[Item], scheduler: str
) -> Iterator[Result]:
    from distributed import Client  # late: takes longer to import than a small batch to do

    with Client(scheduler) as client:
        futures = [client.submit(_chunk, work, chunk, pure=False) for chunk in _chunks(items)]
        for future in futures:
            yield from future.result()
            future.release()
