"""What a command reads it never writes to, whatever it was told to write and to overwrite."""

import os
from pathlib import Path

import pytest

from tests.cli.command import run
from tests.real_forms import ROOT

Capture = pytest.CaptureFixture[str]
RETURNED = ROOT / "sample_workbooks" / "returned"


@pytest.fixture
def returns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two returns in it."""
    monkeypatch.setenv("JIXIAO_KEYS", str(tmp_path / "keys" / "keys.json"))
    folder = tmp_path / "表"
    folder.mkdir()
    for name in ("sh2023-01.xlsx", "sh2023-03.xlsx"):
        (folder / name).write_bytes((RETURNED / name).read_bytes())
    return folder


def _content(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "words",
    [
        "check 表 --json 表/sh2023-01.xlsx",
        "recalc 表 -o 表 --force",
        "recalc 表 -o 表 --resume",
        "recalc 表 -o 别处 --json 表/sh2023-01.xlsx",
        "summary 表 -o 表/sh2023-03.xlsx --force",
        "compare 表/sh2023-01.xlsx --with 表/sh2023-03.xlsx -o 表/sh2023-03.xlsx --force",
        "compare 表/sh2023-01.xlsx --with 表/sh2023-03.xlsx --json 表/sh2023-01.xlsx",
        "recalc 链接 -o 表 --force",
    ],
)
def test_an_output_that_is_an_input_is_refused(
    words: str, returns: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(returns.parent)
    Path("链接").mkdir()
    os.link(returns / "sh2023-01.xlsx", Path("链接") / "sh2023-01.xlsx")
    before = _content(returns)
    shown = run(capsys, *words.split())
    assert shown.status == 2
    assert "原来的文件一律不改" in shown.err and "sh2023-0" in shown.err
    assert _content(returns) == before
    assert not Path("别处").exists()


def test_the_copies_sent_back_are_not_written_to_when_they_are_what_is_read(
    returns: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(returns.parent)
    assert run(capsys, "recalc", "表", "-o", "结果").status == 1
    before = _content(Path("结果"))
    shown = run(capsys, "recalc", "结果/退回修改", "-o", "结果", "--force")
    assert shown.status == 2 and "退回修改" in shown.err
    assert _content(Path("结果")) == before


def test_another_folder_and_a_new_json_are_fine(
    returns: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(returns.parent)
    before = _content(returns)
    for _ in range(2):
        shown = run(capsys, "recalc", "表", "-o", "结果", "--json", "结果.json", "--force")
        assert shown.status == 1 and Path("结果.json").is_file()
    assert _content(returns) == before


def test_a_folder_of_results_is_worked_on_again_without_its_reports(
    returns: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(returns.parent)
    assert run(capsys, "recalc", "表", "-o", "结果").status == 1
    shown = run(capsys, "summary", "结果", "-o", "汇总.xlsx")
    assert shown.status == 0 and "已汇总 2 份" in shown.out
    assert "已略过 2 个临时文件、系统文件或复核报告。" in shown.err
    assert run(capsys, "check", "结果/复核报告.xlsx").status == 3, "asked for by name it is no form"
