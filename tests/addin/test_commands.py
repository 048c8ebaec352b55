"""``jixiao addin`` as a user runs it."""

import sys
from pathlib import Path

import pytest

from tests.addin.machines import FakeMachine, windows
from tests.cli.command import status_of as jixiao
from xladdin import installing


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeMachine:
    made = windows(tmp_path)
    monkeypatch.setattr(installing, "ThisMachine", lambda: made)
    return made


@pytest.mark.parametrize(
    ("options", "name"), [([], "jixiao.xlam"), (["--extension"], "jixiao.oxt")]
)
def test_build(
    options: list[str], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert jixiao("addin", "build", *options) == 0
    first = (tmp_path / name).read_bytes()
    assert jixiao("addin", "build", *options) == 2
    assert jixiao("addin", "build", *options, "--force") == 0
    assert jixiao("addin", "build", *options, "-o", "下面/加载项.zip") == 0
    assert (tmp_path / name).read_bytes() == first
    assert (tmp_path / "下面" / "加载项.zip").read_bytes() == first


def test_install_doctor_uninstall(machine: FakeMachine, capsys: pytest.CaptureFixture[str]) -> None:
    assert jixiao("addin", "doctor") == 1
    assert "加载项没有安装" in capsys.readouterr().out.replace("\n", "")
    assert jixiao("addin", "install") == 0
    assert jixiao("addin", "doctor") == 0
    assert "没有发现问题" in capsys.readouterr().out
    assert jixiao("addin", "uninstall") == 0
    assert jixiao("addin", "uninstall") == 0
    assert "无需卸载" in capsys.readouterr().out


def test_a_locked_file_is_unreadable(machine: FakeMachine) -> None:
    (machine.roaming / "Microsoft").mkdir(parents=True)
    (machine.roaming / "Microsoft" / "Excel").touch()
    assert jixiao("addin", "install") == 3


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="Excel exists here")
@pytest.mark.parametrize("task", ["install", "uninstall", "doctor"])
def test_linux_points_to_the_extension(task: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert jixiao("addin", task) == 2
    said = capsys.readouterr().err
    assert "Windows 或 macOS" in said and "--extension" in said
