"""One LibreOffice for all proofs, and a user's folder of its own for each."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
import xlwings as xw

from tests.addin_proof.command_line import CommandLine
from tests.addin_proof.desk import Desk
from tests.cli.command import run
from tests.samples.make_samples import MOMENT
from xladdin.libreoffice import process, register, runtime

pytest.register_assert_rewrite("tests.addin_proof.proofs")


@pytest.fixture(scope="session")
def office() -> Iterator[xw.App]:
    reason = process.why_unavailable() or runtime.why_unavailable()
    if reason:
        pytest.skip(reason)
    register()
    with xw.App(add_book=False) as app:
        yield app


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys, records for undo and the log go to a folder of the test; files are dated alike."""
    for name in ("APPDATA", "JIXIAO_KEYS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", MOMENT)


@pytest.fixture
def jixiao(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    return CommandLine(partial(run, capsys), tmp_path)


@pytest.fixture
def desk(
    office: xw.App, jixiao: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    desk = Desk(office, jixiao, tmp_path, monkeypatch)
    yield desk
    desk.close()
