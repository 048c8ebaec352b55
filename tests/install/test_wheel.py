"""An installed wheel works from any folder: it carries its data and needs no checkout."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.real_forms import ROOT


@pytest.fixture(scope="module")
def jixiao(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a wheel built here and installed into an environment of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "-w", str(folder), str(ROOT)], check=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "fresh", with_pip=True)
    scripts = folder / "fresh" / ("Scripts" if os.name == "nt" else "bin")
    python = str(scripts / "python")
    install = [python, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    subprocess.run([*install, str(wheel)], check=True)
    return scripts / "jixiao"


def test_the_main_job_runs_elsewhere(jixiao: Path, tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    done = subprocess.run(
        [str(jixiao), "demo", "-o", "结果"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "结果" / "空白表").glob("*.xlsx"))) == 27
    assert (tmp_path / "结果" / "复算结果" / "复核报告.xlsx").is_file()
    assert "共 27 份" in done.stdout


def test_output_never_fails_on_a_console_without_chinese(jixiao: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run(
        [str(jixiao), "layouts"], cwd=tmp_path, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert b"sh-eval-2023" in done.stdout
