"""The command ``jixiao recalc`` as a process of its own, to be disturbed while it works."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.batch.drafts import FOLDER
from generator.batch.journal import NAME
from generator.resources import samples

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-c", "from generator.cli import main; main()"]
INTERRUPTED, UNREADABLE, ERRORS, USAGE = 130, 3, 1, 2


def batch(folder: Path, count: int) -> Path:
    """Make a folder of returned workbooks, copies of the real ones."""
    folder.mkdir()
    originals = sorted(samples("returned").glob("*.xlsx"))
    for number in range(count):
        shutil.copy(originals[number % len(originals)], folder / f"{number:03}.xlsx")
    return folder


@dataclass
class Recalc:
    """One run of the command, begun at once, leader of a process group of its own."""

    returned: Path
    output: Path
    options: Sequence[str] = ()
    prefix: Sequence[str] = ()

    def __post_init__(self) -> None:
        report = self.output.with_suffix(".json")
        arguments = ["recalc", self.returned, "-o", self.output, "--json", report, *self.options]
        self.process = subprocess.Popen(
            [*self.prefix, *COMMAND, *map(str, arguments)],
            cwd=ROOT,
            env={**os.environ, "JIXIAO_KEYS": str(self.output.with_suffix(".keys"))},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def ended(self) -> tuple[int, str]:
        """Return exit status and everything said; a traceback is never among it."""
        said, _ = self.process.communicate(timeout=120)
        assert "Traceback" not in said, said
        return self.process.returncode, said

    def stop(self, number: signal.Signals) -> None:
        """Send a signal to the command and its workers, as a terminal or an operator does."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, number)

    def workers(self) -> list[int]:
        """Return the processes the command has started."""
        try:
            task = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
            return [int(pid) for pid in task.read_text().split()]
        except OSError:
            return []

    def wait_for(self, copies: int) -> None:
        """Wait until so many copies are written, or the command has ended."""
        while self.process.poll() is None and len(list(self.output.glob("*.xlsx"))) < copies:
            time.sleep(0.005)


def report(output: Path) -> list[dict[str, Any]]:
    """Return the answers of a run that came to its end."""
    answers: list[dict[str, Any]] = json.loads(output.with_suffix(".json").read_text("utf-8"))
    return answers


def copies(output: Path) -> dict[str, dict[str, bytes]]:
    """Return what all copies hold, those to send back among them, part by part."""
    files = (path for path in output.rglob("*.xlsx") if path.name != "复核报告.xlsx")
    return {path.relative_to(output).as_posix(): _parts(path) for path in files}


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def assert_nothing_left_behind(output: Path) -> None:
    """Nothing lies about but results: no draft, no journal, no temporary file."""
    hidden = [path.name for path in output.rglob(".*")]
    assert not hidden, hidden


def assert_whole(output: Path) -> None:
    """What lies where people look is whole, whenever a run was killed."""
    for path in output.rglob("*"):
        if path.is_file() and FOLDER not in path.parts and path.name != NAME:
            assert not path.name.startswith("."), path
            if path.suffix == ".html":  # a report's page, of a run killed at its very end
                assert path.read_text("utf-8").rstrip().endswith("</html>")
                continue
            with zipfile.ZipFile(path) as archive:
                assert archive.testzip() is None, path
