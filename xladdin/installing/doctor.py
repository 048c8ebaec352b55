"""What keeps the add-in from working, told with its remedy: one small function a complaint."""

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from generator import __version__
from xladdin.builder import AddinSettings, read_settings
from xladdin.builder.settings import NotOurs
from xladdin.installing.install import Places, Unsupported, places, script_text
from xladdin.installing.machine import Machine
from xladdin.wording import texts

Found = Iterator[tuple[str, dict[str, str]]]

_EXCEL = r"HKCR\Excel.Application\CLSID"
_SERVERS = (
    r"HKCR\CLSID\{}\LocalServer32",
    r"HKCR\WOW6432Node\CLSID\{}\LocalServer32",
)
_WPS_SIGNS = ("wps", "kingsoft", r"\et.exe")
_SECURITY = (
    r"HKCU\Software\Policies\Microsoft\Office\{}\Excel\Security",
    r"HKLM\Software\Policies\Microsoft\Office\{}\Excel\Security",
    r"HKCU\Software\Microsoft\Office\{}\Excel\Security",
)
_COMMON = r"{}\Software\Policies\Microsoft\Office\{}\Common"
_VERSIONS = ("16.0", "15.0", "14.0")
_MACROS_OFF = {"3", "4"}
"""``VBAWarnings``: signed macros only, no macros; both spare trusted locations."""

_PARTS = {
    "windows": (("win32com", "pywin32"),),
    "macos": (("appscript", "appscript"), ("psutil", "psutil")),
}
"""What xlwings needs beside itself: module and package."""


def excel_is_there(machine: Machine) -> Found:
    """Find Excel missing, or WPS in its place."""
    if machine.system == "macos":
        if not (machine.applications / "Microsoft Excel.app").exists():
            yield "no_excel", {}
        return
    program = _program(machine)
    if program is None:
        yield "no_excel", {}
    elif any(sign in program.lower() for sign in _WPS_SIGNS):
        yield "wps", {"program": program}


def xlwings_is_whole(machine: Machine) -> Found:
    """Find parts of xlwings missing."""
    for module, package in _PARTS.get(machine.system, ()):
        if not machine.has_module(module):
            python = str(machine.interpreter)
            yield "no_module", {"module": module, "package": package, "interpreter": python}


def addins_may_run(machine: Machine) -> Found:
    """Find add-ins, or the start-up folder's trust, switched off."""
    for version, key in _security_keys():
        for name in ("RequireAddinSig", "DisableAllAddins"):
            if machine.registry(key, name) == "1":
                yield "addins_blocked", {"value": f"{version}: {name}=1"}
        if machine.registry(rf"{key}\Trusted Locations", "AllLocationsDisabled") == "1":
            yield "locations_blocked", {"value": f"{version}: AllLocationsDisabled=1"}


def macros_may_run(machine: Machine) -> Found:
    """Find macros restricted, or VBA switched off altogether."""
    for version, key in _security_keys():
        value = machine.registry(key, "VBAWarnings")
        if value in _MACROS_OFF:
            yield "macros_blocked", {"value": f"{version}: VBAWarnings={value}"}
    for version in _VERSIONS:
        for root in ("HKCU", "HKLM"):
            if machine.registry(_COMMON.format(root, version), "VBAOff") == "1":
                yield "vba_off", {"value": f"{version}: VBAOff=1"}


def _program(machine: Machine) -> str | None:
    """Return the program registered as Excel, ``None`` for none."""
    identity = machine.registry(_EXCEL)
    if identity is None:
        return None
    found = (machine.registry(server.format(identity)) for server in _SERVERS)
    return next((program for program in found if program), None)


def _security_keys() -> Iterator[tuple[str, str]]:
    for version in _VERSIONS:
        for key in _SECURITY:
            yield version, key.format(version)


EXCEL_CHECKS: tuple[Callable[[Machine], Found], ...] = (
    excel_is_there,
    xlwings_is_whole,
    addins_may_run,
    macros_may_run,
)


def addin_is_there(machine: Machine, where: Places) -> Found:
    """Find the add-in missing or broken, of another version, or for another Python."""
    if not where.addin.exists():
        yield "not_installed", {"path": str(where.addin)}
        return
    try:
        settings = read_settings(where.addin)
    except (NotOurs, OSError):
        yield "unreadable", {"path": str(where.addin)}
        return
    yield from _version_fits(settings)
    yield from _python_fits(machine, settings)


def addin_is_there_once(machine: Machine, where: Places) -> Found:
    """Find second copies."""
    for path in where.elsewhere:
        if path.exists():
            yield "second_copy", {"path": str(path)}


def addin_is_trusted(machine: Machine, where: Places) -> Found:
    """Find the mark of the web on the add-in."""
    if where.addin.exists() and machine.marked(where.addin):
        yield "marked", {"path": str(where.addin)}


def script_is_there(machine: Machine, where: Places) -> Found:
    """Find the script of macOS missing or changed."""
    if where.script is None:
        return
    if _content(where.script) != script_text():
        yield "no_script", {"path": str(where.script)}


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _version_fits(settings: AddinSettings) -> Found:
    if settings.version != __version__:
        yield "other_version", {"found": settings.version, "expected": __version__}


def _python_fits(machine: Machine, settings: AddinSettings) -> Found:
    if not settings.interpreter or not Path(settings.interpreter).exists():
        yield "python_moved", {"found": settings.interpreter}
    elif Path(settings.interpreter) != machine.interpreter:
        found, expected = settings.interpreter, str(machine.interpreter)
        yield "other_python", {"found": found, "expected": expected}


FILE_CHECKS: tuple[Callable[[Machine, Places], Found], ...] = (
    addin_is_there,
    addin_is_there_once,
    addin_is_trusted,
    script_is_there,
)


class Complaint(Struct, frozen=True):
    """Something that is wrong: its name in the texts, what it is, the remedy."""

    name: str
    what: str
    remedy: str


def examine(machine: Machine) -> list[Complaint]:
    """Return everything found wrong on a machine, Excel first, then our own files.

    Raises ``Unsupported`` where there is no Excel for its system.
    """
    return list(_complaints(machine))


def _complaints(machine: Machine) -> Iterator[Complaint]:
    where = places(machine)
    if where is None:
        raise Unsupported
    for check in EXCEL_CHECKS:
        yield from (_worded(*found) for found in check(machine))
    for inspect in FILE_CHECKS:
        yield from (_worded(*found) for found in inspect(machine, where))


def _worded(name: str, values: dict[str, str]) -> Complaint:
    trouble = texts().doctor[name]
    return Complaint(name, trouble.what.format(**values), trouble.remedy.format(**values))
