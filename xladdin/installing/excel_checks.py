"""What may be wrong with Excel, its settings and Python's parts: one small function each.

A check yields the name of a text in ``templates/ribbon/texts.yaml`` and the values it shows.
"""

from collections.abc import Callable, Iterator

from xladdin.installing.machine import Machine

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


CHECKS: tuple[Callable[[Machine], Found], ...] = (
    excel_is_there,
    xlwings_is_whole,
    addins_may_run,
    macros_may_run,
)
