"""Where Excel starts add-ins from, for one user and without an administrator."""

from pathlib import Path

from msgspec import Struct

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
