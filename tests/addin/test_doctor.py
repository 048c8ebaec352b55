"""The doctor names what is wrong, and only that."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.addin.machines import EXCEL, FakeMachine, mac, windows
from xladdin.builder import AddinSettings, build_addin
from xladdin.builder.settings import PART
from xladdin.installing import examine, install
from xladdin.installing.install import places
from xladdin.wording import texts

SECURITY = r"HKCU\Software\Policies\Microsoft\Office\16.0\Excel\Security"


def addin(machine: FakeMachine) -> Path:
    where = places(machine)
    assert where is not None
    return where.addin


def without_excel(machine: FakeMachine) -> None:
    machine.values.clear()


def wps(machine: FakeMachine) -> None:
    server = rf"HKCR\CLSID\{EXCEL}\LocalServer32"
    machine.values[server, ""] = (
        r'"C:\Program Files\Kingsoft\WPS Office\office6\et.exe" /Automation'
    )


def without_pywin32(machine: FakeMachine) -> None:
    machine.modules.discard("win32com")


def uninstalled(machine: FakeMachine) -> None:
    addin(machine).unlink()


def broken(machine: FakeMachine) -> None:
    addin(machine).write_bytes(b"not a workbook")


def broken_inside(machine: FakeMachine) -> None:
    """A sheet whose compressed bytes were damaged: that is no fault of the archive's."""
    path = addin(machine)
    with zipfile.ZipFile(path) as packed:
        sheet = packed.getinfo(PART)
    damaged = bytearray(path.read_bytes())
    start = sheet.header_offset + 30 + len(PART)
    damaged[start : start + 20] = b"\xff" * 20
    path.write_bytes(damaged)


def older(machine: FakeMachine) -> None:
    settings = AddinSettings("0.0.1", str(machine.interpreter))
    addin(machine).write_bytes(build_addin(settings))


def never_installed(machine: FakeMachine) -> None:
    addin(machine).write_bytes(build_addin())


def moved(machine: FakeMachine) -> None:
    addin(machine).write_bytes(build_addin(AddinSettings(interpreter=r"C:\gone\pythonw.exe")))


def another_python(machine: FakeMachine) -> None:
    other = machine.folder / "other.exe"
    other.touch()
    addin(machine).write_bytes(build_addin(AddinSettings(interpreter=str(other))))


def twice(machine: FakeMachine) -> None:
    where = places(machine)
    assert where is not None
    where.elsewhere[0].parent.mkdir(parents=True)
    where.elsewhere[0].touch()


def downloaded(machine: FakeMachine) -> None:
    machine.marks.add(addin(machine))


def macros_off(machine: FakeMachine) -> None:
    machine.values[SECURITY, "VBAWarnings"] = "4"


def vba_off(machine: FakeMachine) -> None:
    machine.values[r"HKLM\Software\Policies\Microsoft\Office\16.0\Common", "VBAOff"] = "1"


def no_locations(machine: FakeMachine) -> None:
    machine.values[rf"{SECURITY}\Trusted Locations", "AllLocationsDisabled"] = "1"


def signed_only(machine: FakeMachine) -> None:
    machine.values[SECURITY, "RequireAddinSig"] = "1"


TROUBLES: dict[str, list[Callable[[FakeMachine], None]]] = {
    "no_excel": [without_excel],
    "wps": [wps],
    "no_module": [without_pywin32],
    "not_installed": [uninstalled],
    "unreadable": [broken, broken_inside],
    "other_version": [older],
    "python_moved": [moved, never_installed],
    "other_python": [another_python],
    "second_copy": [twice],
    "marked": [downloaded],
    "macros_blocked": [macros_off],
    "vba_off": [vba_off],
    "locations_blocked": [no_locations],
    "addins_blocked": [signed_only],
}


@pytest.mark.parametrize(
    ("name", "trouble"),
    [(name, each) for name, troubles in TROUBLES.items() for each in troubles],
)
def test_windows(name: str, trouble: Callable[[FakeMachine], None], tmp_path: Path) -> None:
    machine = windows(tmp_path)
    install(machine)
    trouble(machine)
    (complaint,) = examine(machine)
    assert complaint.name == name
    assert "{" not in complaint.what + complaint.remedy


def test_macos(tmp_path: Path) -> None:
    machine = mac(tmp_path)
    install(machine)
    machine.modules.clear()
    where = places(machine)
    assert where is not None and where.script is not None
    where.script.write_text("changed", encoding="utf-8")
    (machine.applications / "Microsoft Excel.app").rmdir()
    names = [complaint.name for complaint in examine(machine)]
    assert names == ["no_excel", "no_module", "no_module", "no_script"]


def test_every_trouble_is_tried() -> None:
    assert set(texts().doctor) == {*TROUBLES, "no_script"}
