"""Starting and ending a LibreOffice of our own: no window, own profile, own pipe.

The process belongs to whoever started it: it ends with ``stop``, with the ``with`` block, and at
the latest with this interpreter.  The profile is a throw-away folder unless one is given, so
nothing a person has set or left open in LibreOffice matters, and nothing is left behind.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
import uuid
import weakref
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from xladdin.libreoffice import profile as profiles
from xladdin.libreoffice.calls import Calls
from xladdin.libreoffice.connection import Connection, resolve
from xladdin.libreoffice.errors import GoneError, LibreOfficeError, StartError
from xladdin.libreoffice.executable import find

FIRST_START = 81  # what a fresh profile ends with, asking to be started once more
_OPTIONS = ("--headless", "--norestore", "--nologo", "--nodefault")
_ATTEMPTS, _PAUSE = 4, 0.05


class Office:
    """A LibreOffice process: ``with Office() as office: ... office.context ...``."""

    def __init__(
        self,
        executable: str | Path | None = None,
        *,
        profile: str | Path | None = None,
        start_timeout: float = 60,
        stop_timeout: float = 15,
    ) -> None:
        """Prepare; nothing starts before ``start`` or the ``with`` block."""
        self._executable = find(executable)
        self._profile = Path(profile) if profile else None
        self._start_timeout, self._stop_timeout = start_timeout, stop_timeout
        self._process: subprocess.Popen[bytes] | None = None
        self._context: Any = None
        self._finalizer: weakref.finalize[Any, Any] | None = None

    @property
    def context(self) -> Any:
        """The UNO component context of the running office."""
        if self._context is None:
            raise GoneError("this LibreOffice is not running")
        return self._context

    @property
    def pid(self) -> int:
        """The number of the process."""
        if self._process is None:
            raise GoneError("this LibreOffice is not running")
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether the process is alive."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> Self:
        """Start and connect; raise ``StartError`` (and leave no process) if that fails."""
        folder = self._profile or Path(tempfile.mkdtemp(prefix="xlwings-libreoffice-"))
        profiles.prepare(folder)
        try:
            self._connect(folder, time.monotonic() + self._start_timeout)
        except BaseException:
            self.kill()
            self._forget(folder)
            raise
        assert self._process is not None
        temporary = None if self._profile else folder
        self._finalizer = weakref.finalize(self, _clean_up, self._process, temporary)
        return self

    def stop(self) -> None:
        """End LibreOffice politely, or by force when it does not end in time."""
        if self.running:
            self._ask_to_end()
        self.kill()

    def kill(self) -> None:
        """End the process at once."""
        if self._process is not None:
            _end(self._process)
        if self._finalizer is not None:
            self._finalizer()
        self._process = self._context = self._finalizer = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _connect(self, folder: Path, deadline: float) -> None:
        pipe, attempts = f"xlwings{uuid.uuid4().hex}", 1
        self._process = self._launch(folder, pipe)
        while self._context is None:
            if self._process.poll() is not None:
                if self._process.returncode != FIRST_START or attempts == _ATTEMPTS:
                    raise StartError(f"LibreOffice ended with status {self._process.returncode}")
                attempts += 1
                self._process = self._launch(folder, pipe)
            if time.monotonic() > deadline:
                raise StartError(f"LibreOffice did not answer in {self._start_timeout:g} seconds")
            time.sleep(_PAUSE)
            self._context = resolve(pipe)

    def _launch(self, folder: Path, pipe: str) -> "subprocess.Popen[bytes]":
        command = [
            str(self._executable),
            *_OPTIONS,
            f"-env:UserInstallation={folder.absolute().as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
        ]
        silent = subprocess.DEVNULL
        return subprocess.Popen(
            command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True
        )

    def _ask_to_end(self) -> None:
        assert self._process is not None
        with contextlib.suppress(LibreOfficeError, subprocess.TimeoutExpired):
            Connection(self.context, Calls()).desktop.terminate()
            self._process.wait(self._stop_timeout)

    def _forget(self, folder: Path) -> None:
        if self._profile is None:
            shutil.rmtree(folder, ignore_errors=True)


def _clean_up(process: "subprocess.Popen[bytes]", folder: Path | None) -> None:
    _end(process)
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)


def _end(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # ended this moment
            _kill(process)
    process.wait()


def _kill(process: "subprocess.Popen[bytes]") -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
