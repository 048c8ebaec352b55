"""Starting and ending LibreOffice."""

import os
import signal
import stat
import time
from pathlib import Path

import pytest
import xlwings as xw

from xladdin.libreoffice import GoneError, NotAvailableError, Office, StartError, attach

pytestmark = pytest.mark.usefixtures("installed")


def test_it_starts_answers_and_leaves_nothing_behind() -> None:
    with Office() as office:
        pid, folder = office.pid, profile_of(office.pid)
        assert office.running
        assert folder.is_dir()
    assert not office.running
    assert not folder.exists()
    assert not alive(pid)


def test_somebody_elses_libreoffice_is_used_and_left_running() -> None:
    with Office() as office:
        app = attach(office.context, hidden=True)
        book = app.books.add()
        book.sheets[0]["A1"].value = "here"
        assert attach(office.context, hidden=True).books[0].sheets[0]["A1"].value == "here"
        assert xw.Book.caller().name == book.name
        app.quit()
        assert office.running
        assert app.impl not in list(app.impl.engine.apps)


def test_a_killed_libreoffice_is_reported_as_gone() -> None:
    with Office() as office:
        app = attach(office.context, hidden=True)
        sheet = app.books.add().sheets[0]
        os.kill(office.pid, signal.SIGKILL)
        time.sleep(0.3)
        with pytest.raises(GoneError):
            sheet["A1"].value = 1
        app.quit()
    with pytest.raises(GoneError, match="not running"):
        _ = office.pid


@pytest.mark.parametrize(
    ("script", "message"),
    [("exit 3", "status 3"), ("exit 81", "status 81"), ("sleep 60", "answer")],
)
def test_a_failed_start_says_why_and_leaves_no_process(
    tmp_path: Path, script: str, message: str
) -> None:
    program = executable(tmp_path / "soffice", f"#!/bin/sh\necho $$ > {tmp_path}/pid\n{script}\n")
    with pytest.raises(StartError, match=message):
        Office(program, start_timeout=0.5).start()
    assert not alive(int((tmp_path / "pid").read_text()))


def test_the_first_start_of_a_profile_is_repeated(tmp_path: Path) -> None:
    """A fresh profile may end with status 81: "start me once more"."""
    program = executable(
        tmp_path / "soffice",
        f"#!/bin/sh\ncd {tmp_path}\necho x >> starts\n"
        "[ $(wc -l < starts) -gt 2 ] && exit 4\nexit 81\n",
    )
    with pytest.raises(StartError, match="status 4"):
        Office(program).start()
    assert (tmp_path / "starts").read_text() == "x\nx\nx\n"


def test_a_profile_of_ones_own_is_kept(tmp_path: Path) -> None:
    with Office(profile=tmp_path / "profile"):
        pass
    assert (tmp_path / "profile" / "user" / "registrymodifications.xcu").is_file()


def test_a_wrong_place_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotAvailableError, match="nowhere"):
        Office(tmp_path / "nowhere")


def executable(path: Path, text: str) -> Path:
    path.write_text(text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def profile_of(pid: int) -> Path:
    command = Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")
    option = next(part for part in command if part.startswith("-env:UserInstallation="))
    return Path(option.partition("=file://")[2])


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
