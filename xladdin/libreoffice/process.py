"""Starting and ending a LibreOffice of our own: where it is installed, no window, own profile, own
pipe.
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

from xladdin.libreoffice.connection import Connection, resolve
from xladdin.libreoffice.errors import GoneError, LibreOfficeError, NotAvailableError, StartError
from xladdin.libreoffice.remote import Calls

VARIABLE = "LIBREOFFICE"
_COMMANDS = ("soffice", "libreoffice")
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)


def find(executable: str | Path | None = None) -> Path:
    """Return the program to start: the one given, ``$LIBREOFFICE``, or the one installed.

    On Linux ``soffice`` is a script around ``soffice.bin``; the latter is returned, so that the
    process started is the process that runs.
    """
    named = executable or os.environ.get(VARIABLE)
    if named:
        return _program(Path(named))
    found = next(filter(None, map(shutil.which, _COMMANDS)), None)
    for place in (found, *_PLACES):
        if place and Path(place).is_file():
            return _program(Path(place))
    raise NotAvailableError("LibreOffice (soffice) is not installed, or not where it usually is")


def why_unavailable() -> str | None:
    """Return why LibreOffice cannot be started here, or None when it can."""
    try:
        find()
    except NotAvailableError as error:
        return str(error)
    return None


def _program(path: Path) -> Path:
    if not path.is_file():
        raise NotAvailableError(f"there is no LibreOffice at {path}")
    binary = path.resolve().with_name("soffice.bin")
    return binary if binary.is_file() else path


_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_FILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n{items}\n</oor:items>\n'
)

# No macro of a document ever runs.  No file is locked: a lock file would be left beside a document
# when the process is killed, and LibreOffice without a window cannot ask what to do about one.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Misc", "UseLocking", "false"),
    ("Office.Common/Misc", "FirstRun", "false"),
)


def prepare(folder: Path) -> None:
    """Write the settings into a profile that has none yet; leave any other as it is."""
    file = folder / "user" / "registrymodifications.xcu"
    if file.exists():
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    items = (_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    file.write_text(_FILE.format(items="\n".join(items)), encoding="utf-8")


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
        prepare(folder)
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
