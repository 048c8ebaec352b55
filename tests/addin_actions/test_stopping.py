"""The button that stops long work, clicked with a mouse on a screen."""

import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.addin_actions.conftest import RETURNED
from tests.addin_extension.office import ExtendedOffice, needs_extension
from tests.addin_extension.screen import (
    Dialogs,
    Screen,
    in_toolbar,
    needs_screen,
    screen,
    until,
)
from tests.real_forms import ROOT
from xladdin.asking import ScriptedAsker
from xladdin.asking.progress import Unstoppable, tk_progress

_WORK = """import sys, time
from xladdin.asking.progress import tk_progress
with tk_progress() as progress:
    for done in range(2000):
        if progress.tell(f"{done}/2000"):
            sys.exit(0)
        time.sleep(0.02)
sys.exit(1)
"""
_FLAT = 20
"""Pixels; a window that is not drawn yet is flatter."""

_MANY = 1500
"""Returns: more than are reviewed before somebody has clicked."""


@pytest.fixture(scope="module")
def at() -> Iterator[Screen]:
    with screen() as at:
        yield at


def test_without_a_screen_the_work_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    with tk_progress() as progress:
        assert isinstance(progress, Unstoppable)
        assert progress.tell("1/2") is False


def test_a_script_stops_when_it_was_told_often_enough() -> None:
    asker = ScriptedAsker(stops_after=2)
    with asker.progress() as progress:
        assert [progress.tell(str(number)) for number in range(4)] == [False, False, True, True]


@needs_screen
@pytest.mark.parametrize("clicked", [True, False], ids=["clicked", "left alone"])
def test_a_click_in_pythons_own_window_stops_the_work(at: Screen, clicked: bool) -> None:
    pytest.importorskip("tkinter")
    environment = {**os.environ, "DISPLAY": at.display}
    with subprocess.Popen([sys.executable, "-c", _WORK], env=environment) as work:
        try:
            x, y, width, height = until(lambda: _window(at))
            if clicked:
                at.click((x + width // 2, y + height - 27))
                assert work.wait(20) == 0
            else:
                time.sleep(2)
                assert work.poll() is None
        finally:
            work.kill()


@needs_screen
@pytest.mark.libreoffice
@needs_extension
def test_a_click_in_libreoffice_stops_the_review(at: Screen, tmp_path: Path) -> None:
    returns = tmp_path / "returns"
    returns.mkdir()
    file = shutil.copy(RETURNED / "sh2023-04.xlsx", tmp_path)
    for number in range(_MANY):
        os.link(file, returns / f"{number:04}.xlsx")
    with ExtendedOffice(tmp_path, display=at.display) as office:
        dialogs = Dialogs(office, at)
        book = office.open(Path(shutil.copy(RETURNED / "sh2023-06.xlsx", tmp_path)))
        frame = book.impl.xl._raw.CurrentController.Frame
        dialogs.opens(lambda: at.click(in_toolbar(frame, "复核退回表…")))
        x, y = dialogs.place("Path:")
        at.click((x + 120, y))
        at.press("ctrl+a")
        at.type(str(returns))
        dialogs.closes("Select")
        place = dialogs.place("停止")
        at.photograph(_picture("停止"))
        at.click(place)
        said = until(lambda: dialogs.text if "已按您的要求停止" in dialogs.text else None)
        dialogs.closes("OK")
        assert frame.getContainerWindow().isEnabled()
        book.close()
    results = returns.with_name("returns_复核结果")
    written = list(results.glob("*.xlsx"))
    assert f"共 {_MANY} 份，完成 " in said
    assert 0 < len(written) < _MANY
    for path in written:
        with zipfile.ZipFile(path) as packed:
            assert packed.testzip() is None
    assert not (results / "复核报告.xlsx").exists()


def _picture(name: str) -> Path:
    folder = ROOT / ".cache" / "screen"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{name}.png"


def _window(at: Screen) -> tuple[int, int, int, int] | None:
    """Return place and size of Tk's window, ``None`` where there is none yet."""
    command = [
        "xdotool",
        "search",
        "--onlyvisible",
        "--class",
        "Tk",
        "getwindowgeometry",
        "--shell",
    ]
    environment = {**os.environ, "DISPLAY": at.display}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    found = dict(line.split("=") for line in done.stdout.splitlines())
    x, y, width, height = (int(found.get(key, 0)) for key in ("X", "Y", "WIDTH", "HEIGHT"))
    return (x, y, width, height) if height > _FLAT else None
