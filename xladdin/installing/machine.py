"""What the installer and the doctor know of a machine: the one we run on, or one a test
makes up.
"""

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, Protocol

System = Literal["windows", "macos", "other"]


class Machine(Protocol):
    """A user's machine."""

    @property
    def system(self) -> System:
        """Which system it is."""

    @property
    def home(self) -> Path:
        """The user's home."""

    @property
    def roaming(self) -> Path:
        """The user's application data (Windows: ``%APPDATA%``)."""

    @property
    def applications(self) -> Path:
        """Where programs are installed (macOS: ``/Applications``)."""

    @property
    def interpreter(self) -> Path:
        """The Python that runs now."""

    def registry(self, key: str, name: str = "") -> str | None:
        r"""Return a registry value as text, ``None`` for none.

        ``key`` begins with ``HKCU\``, ``HKLM\`` or ``HKCR\``; ``name`` "" is the key's default.
        """

    def has_module(self, name: str) -> bool:
        """Return whether the Python that runs now can import a module."""

    def marked(self, path: Path) -> bool:
        """Return whether a file bears the mark of the web."""


class ThisMachine:
    """Folders, registry and modules of the machine we run on."""

    @property
    def system(self) -> System:
        """Which system it is."""
        if sys.platform == "win32":
            return "windows"
        return "macos" if sys.platform == "darwin" else "other"

    @property
    def home(self) -> Path:
        """The user's home."""
        return Path.home()

    @property
    def roaming(self) -> Path:
        """The user's application data."""
        return Path(os.environ.get("APPDATA") or self.home / "AppData" / "Roaming")

    @property
    def applications(self) -> Path:
        """Where programs are installed."""
        return Path("/Applications")

    @property
    def interpreter(self) -> Path:
        """The Python that runs now; on Windows the one without a console where there is one."""
        running = Path(sys.executable)
        windowless = running.with_name("pythonw.exe")
        return windowless if sys.platform == "win32" and windowless.is_file() else running

    def registry(self, key: str, name: str = "") -> str | None:
        """Return a registry value as text, ``None`` for none."""
        if sys.platform != "win32":
            return None
        import winreg

        roots = {
            "HKCU": winreg.HKEY_CURRENT_USER,
            "HKLM": winreg.HKEY_LOCAL_MACHINE,
            "HKCR": winreg.HKEY_CLASSES_ROOT,
        }
        root, _, path = key.partition("\\")
        try:
            with winreg.OpenKey(roots[root], path) as opened:
                return str(winreg.QueryValueEx(opened, name)[0])
        except OSError:
            return None

    def has_module(self, name: str) -> bool:
        """Return whether a module can be imported."""
        return find_spec(name) is not None

    def marked(self, path: Path) -> bool:
        """Return whether Windows keeps a mark of the web beside a file."""
        return sys.platform == "win32" and Path(f"{path}:Zone.Identifier").exists()
