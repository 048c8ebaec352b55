"""Installing and uninstalling on machines made up of folders."""

from pathlib import Path

import pytest

from generator import __version__
from tests.addin.machines import FakeMachine, mac, windows
from xladdin.builder import AddinSettings, build_addin, read_settings
from xladdin.installing import Locked, Unsupported, examine, install, uninstall

STARTUP = "Library/Group Containers/UBF8T346G9.Office/User Content.localized/Startup.localized"


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_windows(tmp_path: Path) -> None:
    machine = windows(tmp_path)
    done = install(machine)
    assert files(machine.home) == {"AppData/Roaming/Microsoft/Excel/XLSTART/jixiao.xlam"}
    assert read_settings(done.path) == AddinSettings(__version__, str(machine.interpreter))
    assert examine(machine) == []
    assert uninstall(machine) == [done.path]
    assert files(machine.home) == set()
    assert uninstall(machine) == []


def test_macos(tmp_path: Path) -> None:
    machine = mac(tmp_path)
    install(machine)
    script = "Library/Application Scripts/com.microsoft.Excel/jixiao.applescript"
    assert files(machine.home) == {f"{STARTUP}/Excel/jixiao.xlam", script}
    assert examine(machine) == []
    assert len(uninstall(machine)) == 2
    assert files(machine.home) == set()


def test_an_older_one_is_replaced(tmp_path: Path) -> None:
    machine = windows(tmp_path)
    path = install(machine).path
    path.write_bytes(build_addin(AddinSettings("0.0.1", "old")))
    install(machine)
    assert examine(machine) == []


def test_an_open_addin_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = windows(tmp_path)
    path = install(machine).path
    before = path.read_bytes()

    def denied(*_: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", denied)
    monkeypatch.setattr(Path, "unlink", denied)
    with pytest.raises(Locked):
        install(machine)
    with pytest.raises(Locked):
        uninstall(machine)
    assert path.read_bytes() == before


@pytest.mark.parametrize("task", [install, uninstall, examine])
def test_other_systems_have_no_excel(task: object, tmp_path: Path) -> None:
    assert callable(task)
    with pytest.raises(Unsupported):
        task(FakeMachine(tmp_path, "other"))
    assert files(tmp_path) == {"环境/pythonw.exe"}
