"""What the installer and the doctor know of a machine, so that tests can make one up."""

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
