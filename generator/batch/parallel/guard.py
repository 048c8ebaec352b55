"""What becomes of an item that cannot be finished: an answer of its own, never a lost one."""

from collections.abc import Callable
from typing import Generic, TypeVar

from msgspec import Struct

from generator.batch.parallel.time_limit import TimeIsUp, time_limit

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
