"""Work that goes wrong on purpose: what the pool is told to do, importable by its workers."""

import os
import signal
import time
from pathlib import Path
from threading import Thread

from generator.batch.parallel import Guard


def guard(seconds: float = 30, memory: int = 2048 * 1024 * 1024) -> Guard[str, str]:
    """Return a guard whose answers name the item."""
    return Guard(late, too_large, crashed, seconds, memory)


def late(item: str) -> str:
    return f"{item} late"


def too_large(item: str) -> str:
    return f"{item} too large"


def crashed(item: str) -> str:
    return f"{item} crashed"


def do(item: str) -> str:
    """Do what the first word of an item says; its last word is where marks are left."""
    what, _, rest = item.partition(" ")
    if what == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "die-once" and _first_time(Path(rest)):
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "die-once-above" and _first_time(Path(rest)):
        os.kill(os.getppid(), signal.SIGKILL)
    if what == "raise":
        raise RuntimeError(item)
    if what == "sleep":
        time.sleep(60)
    if what == "hang":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        time.sleep(60)
    if what == "grow":
        return str(len(bytes(8 * 1024 * 1024 * 1024)))
    if what == "thread":
        Thread(target=bytes).start()
    if what == "mark":
        with Path(rest).open("a") as file:
            file.write("x")
    return f"{item} done"


def _first_time(mark: Path) -> bool:
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
