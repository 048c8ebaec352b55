"""Whole commands, start-up included, against a bare Python that loads and saves with openpyxl.

    python benchmarks/startup.py [--rounds 15]

Each round runs every command once, in a process of its own, one after the other, so that whatever
else the machine does hits all alike.  Printed are the medians of the time on the clock and of the
processor's time, and the share of the bare openpyxl process.  As on the machine of a user, Python
keeps what it compiles, and we what we read; the first round, which makes both, does not count.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from generator.resources import samples  # noqa: E402

_FORM = samples("returned", "sh2023-01.xlsx")  # 40 indicators
_COMMAND = "from generator.cli import main; main()"
_BARE = "import openpyxl, sys; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])"
_LIBRARIES = "import typer; typer.Typer; from pydantic import BaseModel"  # lazy, both of them
_CLICK = (
    "from xladdin.dispatch import find_action; from xladdin.ribbon import button_table;"
    "find_action(button_table().find('check'))"
)


class Took(NamedTuple):
    """Milliseconds of one process: on the clock, and of the processor."""

    clock: float
    processor: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="jixiao-benchmark-") as name:
        folder = Path(name)
        processes = _processes(folder)
        taken = [
            {title: _took(words, folder) for title, words in processes.items()}
            for _ in range(rounds + 1)
        ][1:]
    _print({title: [each[title] for each in taken] for title in processes})


def _processes(folder: Path) -> dict[str, list[str]]:
    """Return the command line of each process; the bare one is the first."""
    ours = {
        "jixiao recalc, one return": ["recalc", str(_FORM), "-o", str(folder / "out"), "--force"],
        "jixiao check, one return": ["check", str(_FORM)],
        "jixiao --help": ["--help"],
    }
    return {
        "bare openpyxl load + save": [_BARE, str(_FORM), str(folder / "bare.xlsx")],
        **{title: [_COMMAND, *words] for title, words in ours.items()},
        "a click of the ribbon, up to its action": [_CLICK],
        "typer and pydantic, imported only": [_LIBRARIES],
        "bare Python": ["pass"],
    }


def _took(words: list[str], folder: Path) -> Took:
    """Return what one process took."""
    environment = {
        **os.environ,
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "PYTHONDONTWRITEBYTECODE": "",
        "JIXIAO_CACHE": str(folder / "kept"),
        "JIXIAO_KEYS": str(folder / "keys.json"),
    }
    started, before = time.perf_counter(), _processor()
    done = subprocess.run(
        [sys.executable, "-c", *words], env=environment, cwd=ROOT, capture_output=True, check=False
    )
    clock = time.perf_counter() - started
    if done.returncode not in (0, 1):  # 1: the form has errors, as this one is meant to
        raise SystemExit(done.stderr.decode())
    return Took(clock * 1000, (_processor() - before) * 1000)


def _processor() -> float:
    """Return the seconds of the processor all ended processes have had."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _print(taken: dict[str, list[Took]]) -> None:
    print(f"{'':42}ms clock   ms processor   times bare openpyxl (clock, processor)")
    base = None
    for title, each in taken.items():
        clock, processor = (statistics.median(column) for column in zip(*each, strict=True))
        base = base or Took(clock, processor)
        shares = f"{clock / base.clock:6.2f} {processor / base.processor:6.2f}"
        print(f"{title:42}{clock:8.0f}{processor:15.0f}{shares:>24}")


if __name__ == "__main__":
    main()
