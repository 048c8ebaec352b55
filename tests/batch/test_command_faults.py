"""The real command, disturbed: every file answered once, and the same as without disturbance."""

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from .the_command import (
    COMMAND,
    ERRORS,
    INTERRUPTED,
    UNREADABLE,
    USAGE,
    Recalc,
    assert_nothing_left_behind,
    assert_whole,
    batch,
    copies,
    report,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="disturbs by signals and limits")

COUNT = 80
MOMENTS = 3
"""Runs broken off for each signal and number of processes, at other moments every time."""


@pytest.fixture(scope="module")
def returned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return batch(tmp_path_factory.mktemp("batch") / "退回", COUNT)


@pytest.fixture(scope="module")
def undisturbed(returned: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("undisturbed") / "o"
    assert Recalc(returned, output, ("--jobs", "2")).ended()[0] == ERRORS
    assert_nothing_left_behind(output)
    return output


def assert_same(output: Path, undisturbed: Path) -> None:
    assert [each["file"] for each in report(output)] == [f"{n:03}.xlsx" for n in range(COUNT)]
    assert report(output) == report(undisturbed)
    assert copies(output) == copies(undisturbed)
    assert_nothing_left_behind(output)


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_broken_off_at_any_moment_a_run_goes_on(
    returned: Path, undisturbed: Path, tmp_path: Path, number: signal.Signals, jobs: str
) -> None:
    for moment in range(MOMENTS):
        chance = random.Random(f"{number} {jobs} {moment}")
        output = tmp_path / f"{moment}"
        run = Recalc(returned, output, ("--jobs", jobs))
        run.wait_for(chance.randrange(COUNT))
        time.sleep(chance.random() / 5)
        run.stop(number)
        status, said = run.ended()
        assert status in (-number, ERRORS) or (number == signal.SIGINT and status == INTERRUPTED)
        if status == INTERRUPTED and "recalc" in said:
            assert "--resume" in said
        if status != ERRORS:
            assert_whole(output)
            assert Recalc(returned, output, ("--jobs", jobs, "--resume")).ended()[0] == ERRORS
        assert_same(output, undisturbed)


def test_killed_again_and_again(returned: Path, undisturbed: Path, tmp_path: Path) -> None:
    """Each run gets a little further."""
    output = tmp_path / "o"
    for wanted in (40, 70, 100):
        run = Recalc(returned, output, ("--resume", "--jobs", "2"))
        run.wait_for(wanted)
        run.stop(signal.SIGKILL)
        run.ended()
    assert Recalc(returned, output, ("--resume",)).ended()[0] == ERRORS
    assert_same(output, undisturbed)


def test_workers_that_are_killed(returned: Path, undisturbed: Path, tmp_path: Path) -> None:
    output = tmp_path / "o"
    run = Recalc(returned, output, ("--jobs", "2"))
    killed = 0
    while run.process.poll() is None and killed < 4:
        run.wait_for(20 * (killed + 1))
        for worker in run.workers()[:1]:
            os.kill(worker, signal.SIGKILL)
            killed += 1
    assert run.ended()[0] == ERRORS
    assert killed
    assert_same(output, undisturbed)


def test_files_that_vanish_or_change_kind_in_between(
    returned: Path, undisturbed: Path, tmp_path: Path
) -> None:
    folder, output = tmp_path / "退回", tmp_path / "o"
    shutil.copytree(returned, folder)
    run = Recalc(folder, output, ("--jobs", "2"))
    run.wait_for(1)
    (folder / f"{COUNT - 1:03}.xlsx").unlink()
    (folder / f"{COUNT - 2:03}.xlsx").unlink()
    (folder / f"{COUNT - 2:03}.xlsx").mkdir()
    assert run.ended()[0] == UNREADABLE
    *others, directory, gone = report(output)
    assert [_alone(each) for each in others] == [_alone(e) for e in report(undisturbed)[:-2]]
    assert directory["reason"]["code"] == "PKG-UNREADABLE"
    assert gone["reason"]["code"] == "PKG-MISSING"
    assert_nothing_left_behind(output)


def _alone(answer: dict[str, Any]) -> dict[str, Any]:
    """Return an answer without what is said about other returns of the same form."""
    kept = [each for each in answer["findings"] if each["rule"] != "ISS-17"]
    return {**answer, "findings": kept, "status": None}


def _without_privileges() -> list[str]:
    """Return what runs a command as somebody whom permissions stop."""
    if os.geteuid():
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root may read and write anything, and setpriv is not installed")
    return ["setpriv", "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search"]


def test_what_nobody_may_read(returned: Path, undisturbed: Path, tmp_path: Path) -> None:
    folder, output = tmp_path / "退回", tmp_path / "o"
    shutil.copytree(returned, folder)
    (folder / "005.xlsx").chmod(0)
    (folder / "甲").mkdir()
    (folder / "甲").chmod(0)
    assert Recalc(folder, output, prefix=_without_privileges()).ended()[0] == UNREADABLE
    answers = {each["file"]: each for each in report(output)}
    assert len(answers) == len(report(output)) == COUNT + 1
    refused = {file: each["reason"]["code"] for file, each in answers.items() if each["reason"]}
    assert refused == {"005.xlsx": "PKG-NO-PERMISSION", "甲": "FILE-UNREADABLE"}
    (folder / "005.xlsx").chmod(0o600)
    (folder / "甲").rmdir()
    assert Recalc(folder, tmp_path / "p", ("--jobs", "1")).ended()[0] == ERRORS
    assert_same(tmp_path / "p", undisturbed)


def test_where_nobody_may_write(returned: Path, tmp_path: Path) -> None:
    folder, output = tmp_path / "退回", tmp_path / "o"
    shutil.copytree(returned, folder / "可写")
    shutil.copytree(returned, folder / "只读")
    (output / "只读").mkdir(parents=True)
    (output / "只读").chmod(0o500)
    status, _ = Recalc(folder, output, prefix=_without_privileges()).ended()
    assert status == UNREADABLE
    wrong = [each for each in report(output) if each["reason"]]
    assert [each["file"] for each in wrong] == [f"只读/{number:03}.xlsx" for number in range(COUNT)]
    assert {each["reason"]["code"] for each in wrong} == {"OUTPUT-FAILED"}
    assert "没有写入权限" in wrong[0]["reason"]["message"]


def test_an_output_folder_nobody_may_write(returned: Path, tmp_path: Path) -> None:
    (tmp_path / "o").mkdir(mode=0o500)
    status, said = Recalc(returned, tmp_path / "o" / "p", prefix=_without_privileges()).ended()
    assert status == USAGE
    assert "没有写入权限" in said


def test_a_full_disk(returned: Path, undisturbed: Path, tmp_path: Path) -> None:
    """On a disk that fills up a run says so; with room made, it goes on where it stopped."""
    output, after = tmp_path / "o", tmp_path / "after"
    command = " ".join(f"'{word}'" for word in COMMAND)
    script = (
        f"mount -t tmpfs -o size=1500k none '{output}' || exit 77\n"
        f"{command} recalc '{returned}' -o '{output}' --json '{tmp_path}/full.json' 2>&1; "
        f"echo status $?; find '{output}' | sed 's/^/left /'\n"
        f"mount -o remount,size=50m '{output}'\n"
        f"{command} recalc '{returned}' -o '{output}' --resume --json '{after}.json' 2>&1; "
        f"echo status $?; cp -r '{output}' '{after}'\n"
    )
    output.mkdir()
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("a small disk of one's own takes unshare")
    status, said = Recalc(returned, output, prefix=[unshare, "-rm", "sh", "-c", script]).ended()
    if status == 77 or "unshare" in said.partition("\n")[0]:
        pytest.skip("no small disk may be mounted here")
    full, _, resumed = said.partition("left ")
    assert f"status {USAGE}" in full and "磁盘空间不足" in full and "--resume" in full
    assert ".jixiao-drafts" not in resumed and ".tmp" not in resumed
    assert f"status {ERRORS}" in resumed
    assert_same(after, undisturbed)
