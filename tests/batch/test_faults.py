"""Whatever fails while a folder is recalculated, every file is answered exactly once."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.batch import recalc, recalc_file
from generator.batch.allowance import Allowance, WrongLimit, names, usual
from generator.batch.drafts import FOLDER
from generator.batch.examine import timed_out
from generator.batch.inputs import gather
from generator.batch.journal import NAME
from generator.batch.outcome import Outcome, Status
from generator.batch.recalc import RecalcRun, Tasks, tasks_for, write_reports
from generator.batch.report.gathered import Gathered
from generator.resources import samples

COUNT, MADE = 40, 32
"""Files of a batch, and how many of them are made good together."""


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    """A folder of returned workbooks."""
    folder = tmp_path / "退回"
    folder.mkdir()
    originals = sorted(samples("returned").glob("*.xlsx"))
    for number in range(COUNT):
        shutil.copy(originals[number % len(originals)], folder / f"{number:02}.xlsx")
    return folder


def tasks(folder: Path) -> Tasks:
    return tasks_for(gather([folder]).inputs)


def run(folder: Path, output: Path, **options: object) -> list[Outcome]:
    return list(RecalcRun(output, **options).outcomes(tasks(folder)))  # type: ignore[arg-type]


def codes(outcomes: list[Outcome]) -> dict[str, str]:
    return {each.file: each.rejection.code for each in outcomes if each.rejection is not None}


def leftovers(output: Path) -> list[Path]:
    return list(output.rglob(".jixiao-*.tmp"))


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_answers_do_not_depend_on_the_number_of_workers(
    returned: Path, tmp_path: Path, jobs: int
) -> None:
    alone, several = run(returned, tmp_path / "a", jobs=1), run(returned, tmp_path / "b", jobs=jobs)
    assert alone == several
    assert [each.file for each in alone] == [f"{number:02}.xlsx" for number in range(COUNT)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_files_that_vanish_or_cannot_be_read(returned: Path, tmp_path: Path, jobs: int) -> None:
    listed = tasks(returned)
    (returned / "03.xlsx").unlink()
    (returned / "04.xlsx").unlink()
    (returned / "04.xlsx").mkdir()
    outcomes = list(RecalcRun(tmp_path / "o", jobs=jobs).outcomes(listed))
    assert len(outcomes) == COUNT
    assert codes(outcomes) == {"03.xlsx": "PKG-MISSING", "04.xlsx": "PKG-UNREADABLE"}


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not limit file sizes")
def test_a_file_size_the_system_refuses(returned: Path, tmp_path: Path) -> None:
    """The disk of a worker takes small files only: it says so for the large ones and goes on."""
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from tests.batch.test_faults import codes, run\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "outcomes = run(Path(sys.argv[1]), Path(sys.argv[2]), jobs=2)\n"
        "print(len(outcomes), *sorted(set(codes(outcomes).values())))\n"
    )
    command = [sys.executable, "-c", script, str(returned), str(tmp_path / "o")]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(COUNT), "OUTPUT-FAILED"]
    assert not leftovers(tmp_path)


def test_an_output_folder_that_is_a_file(returned: Path, tmp_path: Path) -> None:
    (tmp_path / "o").write_text("")
    assert set(codes(run(returned, tmp_path / "o")).values()) == {"OUTPUT-FAILED"}


def test_time_is_limited(returned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    examine = recalc_file.examine

    def slow(source: object, file: str, *rest: object) -> object:
        if file == "09.xlsx":
            time.sleep(30)
        return examine(source, file, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(recalc_file, "examine", slow)
    allowance = Allowance(seconds=1)
    outcomes = run(returned, tmp_path / "o", jobs=1, allowance=allowance)
    assert codes(outcomes) == {"09.xlsx": "FILE-TIMEOUT"}
    assert "1 秒" in timed_out(tasks(returned)[0].source, 1).rejection.message  # type: ignore[union-attr]
    monkeypatch.undo()  # an answer that may be another one the next time is asked for again
    assert run(returned, tmp_path / "o", resume=True) == run(returned, tmp_path / "fresh")


def test_resuming_does_only_what_is_missing(
    returned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recalc, "_LONGEST_WAIT", 600)  # on a slow machine too
    output = tmp_path / "o"
    whole = run(returned, tmp_path / "whole")
    started = RecalcRun(output, jobs=1).outcomes(tasks(returned))
    for _ in range(20):
        next(started)
    started.close()  # type: ignore[attr-defined]
    assert (output / NAME).exists() and not (output / FOLDER).exists()
    (output / "02.xlsx").unlink()
    os.utime(returned / "06.xlsx")
    with (output / NAME).open("ab") as journal:
        journal.write(b'{"target": "torn')
    fresh: list[str] = []
    examine = recalc_file.examine

    def counted(source: object, file: str, *rest: object) -> object:
        fresh.append(file)
        return examine(source, file, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(recalc_file, "examine", counted)
    assert run(returned, output, jobs=1, resume=True) == whole
    assert fresh == ["02.xlsx", "06.xlsx", *(f"{number}.xlsx" for number in range(MADE, COUNT))]


def test_reports_are_the_end_of_a_run(returned: Path, tmp_path: Path) -> None:
    """A run killed while it writes its reports is resumed without doing any file again."""
    output = tmp_path / "o"
    with Gathered.of(run(returned, output, jobs=1)) as gathered:
        assert (output / NAME).exists()
        write_reports(output, gathered)
    assert not (output / NAME).exists()


def test_other_settings_do_not_go_on_with_earlier_answers(returned: Path, tmp_path: Path) -> None:
    output = tmp_path / "o"
    assert codes(run(returned, output, allowance=Allowance().with_settings(["cells=5"])))
    assert run(returned, output, resume=True) == run(returned, tmp_path / "fresh")


def test_a_run_from_the_start_drops_what_another_left(returned: Path, tmp_path: Path) -> None:
    output = tmp_path / "o"
    run(returned, output)
    lines = (output / NAME).read_bytes()
    run(returned, output)
    assert (output / NAME).read_bytes() == lines


def test_limits_by_name() -> None:
    changed = Allowance().with_settings(["cells=5", "seconds=7", "memory=100", "file_size=1"])
    assert (changed.limits.cells, changed.seconds) == (5, 7)
    assert (changed.memory, changed.limits.file_size) == (100 * 1024 * 1024, 1024 * 1024)
    assert {name: usual(name) for name in names()}["seconds"] == 30
    for wrong in ("cell=5", "cells", "cells=", "cells=-1", "cells=０", "cells=1.5", "cells=x"):
        with pytest.raises(WrongLimit):
            Allowance().with_settings([wrong])


def test_a_limit_is_used(returned: Path, tmp_path: Path) -> None:
    allowance = Allowance().with_settings(["members=3"])
    outcomes = run(returned, tmp_path / "o", allowance=allowance)
    assert set(codes(outcomes).values()) == {"PKG-MEMBERS"}
    assert {each.status for each in outcomes} == {Status.REJECTED}
