"""Installing and uninstalling: a file in the user's start-up folder, and nothing else."""

from pathlib import Path

from msgspec import Struct

from generator.workbook.package import save_atomically
from xladdin.builder import AddinSettings, build_addin
from xladdin.installing.machine import Machine
from xladdin.own_macros import ADDIN

SCRIPT = "jixiao.applescript"
"""The script by which Excel on macOS reaches a program outside its sandbox."""

_MAC_STARTUP = "Library/Group Containers/UBF8T346G9.Office/User Content.localized/Startup.localized"
_MAC_SCRIPTS = "Library/Application Scripts/com.microsoft.Excel"


class Places(Struct, frozen=True):
    """The add-in's file, where a second copy may lie, the script (macOS only)."""

    addin: Path
    elsewhere: tuple[Path, ...]
    script: Path | None = None


def places(machine: Machine) -> Places | None:
    """Return where things lie on a machine, ``None`` where there is no Excel for its system."""
    if machine.system == "windows":
        microsoft = machine.roaming / "Microsoft"
        return Places(microsoft / "Excel" / "XLSTART" / ADDIN, (microsoft / "AddIns" / ADDIN,))
    if machine.system == "macos":
        startup = machine.home / _MAC_STARTUP
        others = (startup.parent / "Add-Ins.localized" / ADDIN,)
        return Places(startup / "Excel" / ADDIN, others, machine.home / _MAC_SCRIPTS / SCRIPT)
    return None


_SCRIPT = Path(__file__).with_name(SCRIPT)


class Unsupported(Exception):  # noqa: N818  (an answer about the machine)
    """There is no Excel for this machine's system."""


class Locked(Exception):  # noqa: N818  (an answer about the file)
    """A file cannot be written or removed: Excel has it open, or there is no permission."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class Installed(Struct, frozen=True):
    """What was installed: the add-in's file and version."""

    path: Path
    version: str


def install(machine: Machine) -> Installed:
    """Put the add-in, built for this Python, where Excel starts it.

    An older one is replaced.  Raises ``Unsupported`` and ``Locked``.
    """
    found = _places(machine)
    settings = AddinSettings(interpreter=str(machine.interpreter))
    _write(found.addin, build_addin(settings))
    if found.script is not None:
        _write(found.script, script_text())
    return Installed(found.addin, settings.version)


def uninstall(machine: Machine) -> list[Path]:
    """Remove what ``install`` put there and return what was removed.

    Raises ``Unsupported`` and ``Locked``.
    """
    found = _places(machine)
    present = [path for path in (found.addin, found.script) if path is not None and path.exists()]
    for path in present:
        try:
            path.unlink()
        except OSError:
            raise Locked(path) from None
    return present


def script_text() -> bytes:
    """Return the script macOS needs."""
    return _SCRIPT.read_bytes()


def _places(machine: Machine) -> Places:
    found = places(machine)
    if found is None:
        raise Unsupported
    return found


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        save_atomically(data, path)
    except OSError:
        raise Locked(path) from None
