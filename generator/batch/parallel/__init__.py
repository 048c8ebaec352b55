"""The same work on many items: in this process, in several, or on a Dask cluster.

Results come in the order of the items, whoever did the work, and every item has exactly one:
one that cannot be finished is answered by the :class:`Guard`.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from generator.batch.parallel.guard import Guard, NoCluster

__all__ = ["Guard", "NoCluster", "in_order", "usual_jobs"]

Item = TypeVar("Item")
Result = TypeVar("Result")

_WORTH_A_PROCESS = 25
"""So many forms of some tens of kilobytes take as long as starting a process."""


def usual_jobs(items: int) -> int:
    """Return how many processes are worth starting for so many files."""
    return max(1, min(os.cpu_count() or 1, items // _WORTH_A_PROCESS))


def in_order(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    guard: Guard[Item, Result],
    jobs: int | None = None,
    scheduler: str | None = None,
) -> Iterator[Result]:
    """Yield the result of every item, in order, one at a time as they are ready.

    ``jobs`` is the number of processes (by default as many as pay); ``scheduler`` is the address
    of a Dask cluster, which then does the work.  Raises ``NoCluster`` where it cannot be used.
    """
    if scheduler is not None:
        from generator.batch.parallel.cluster import on_cluster  # late: slow to import

        return on_cluster(work, items, guard, scheduler)
    workers = usual_jobs(len(items)) if jobs is None else min(jobs, max(1, len(items)))
    if workers <= 1:
        return (guard.do(work, item) for item in items)
    from generator.batch.parallel.pool import Pool

    return Pool(work, items, guard, workers).results()
