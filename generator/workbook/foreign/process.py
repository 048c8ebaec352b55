"""The child process as the parent sees it: asked, timed, and replaced when it has died."""

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, NoReturn

from generator.workbook.foreign import child
from generator.workbook.package import Limits
from generator.workbook.rejection import reject

_SCRIPT = Path(child.__file__)
_OUT_OF_MEMORY = (b"memory allocation", b"MemoryError", b"capacity overflow")
_OUT_OF_TIME = -signal.SIGXCPU if hasattr(signal, "SIGXCPU") else None


class Child:
    """One child process: started when first asked, kept for the next file, never trusted."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._one_at_a_time = threading.Lock()

    def ask(self, job: bytes, texts: Sequence[str], data: bytes) -> child.Answer:
        """Return the answer to one request.

        Raises ``Rejected`` (FOREIGN-TIMEOUT, FOREIGN-TOO-BIG, FOREIGN-CRASHED) where the child
        does not live to give one.
        """
        with self._one_at_a_time:
            process = self._running()
            expired = threading.Event()
            alarm = threading.Timer(self._limits.foreign_seconds, _end, (process, expired))
            alarm.start()
            try:
                return self._exchange(process, (job, json.dumps(list(texts)).encode(), data))
            except ValueError:  # an answer larger than anything it was asked for
                self._died(process, "FOREIGN-TOO-BIG")
            except (OSError, EOFError):
                self._died(process, "FOREIGN-TIMEOUT" if expired.is_set() else None)
            except BaseException:  # interrupted: what is still in the pipes answers nothing more
                self.end()
                raise
            finally:
                alarm.cancel()

    def end(self) -> None:
        """End the process, if it runs."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _exchange(
        self, process: subprocess.Popen[bytes], request: tuple[bytes, ...]
    ) -> child.Answer:
        source, target = _pipes(process)
        child.send(target, *request)
        most = self._limits.inflated
        return child.receive(source, most), child.receive(source, most)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            limits = self._limits
            numbers = (limits.foreign_memory, limits.foreign_seconds, limits.cells)
            self._process = subprocess.Popen(
                [sys.executable, "-P", str(_SCRIPT), *map(str, numbers)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        return self._process

    def _died(self, process: subprocess.Popen[bytes], code: str | None) -> NoReturn:
        """Bury the process and raise why it died, as far as that can be told."""
        self._process = None
        process.kill()
        last_words = process.communicate()[1]
        if code is None and process.returncode == _OUT_OF_TIME:
            code = "FOREIGN-TIMEOUT"
        if code is None and any(words in last_words for words in _OUT_OF_MEMORY):
            code = "FOREIGN-TOO-BIG"
        raise reject(
            code or "FOREIGN-CRASHED",
            seconds=self._limits.foreign_seconds,
            memory=self._limits.foreign_memory // 1024 // 1024,
        )


_children: dict[tuple[int, Limits], Child] = {}


def child_process(limits: Limits) -> Child:
    """Return this process's child for some limits; one forked off has children of its own."""
    return _children.setdefault((os.getpid(), limits), Child(limits))


@atexit.register
def _end_children() -> None:
    for (parent, _), each in _children.items():
        if parent == os.getpid():
            each.end()


def _end(process: subprocess.Popen[bytes], expired: threading.Event) -> None:
    expired.set()
    process.kill()


def _pipes(process: subprocess.Popen[bytes]) -> tuple[BinaryIO, BinaryIO]:
    assert process.stdin is not None and process.stdout is not None, "both were asked for"
    return process.stdout, process.stdin  # type: ignore[return-value]  # buffered, both of them
