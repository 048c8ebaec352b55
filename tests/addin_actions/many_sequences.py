"""Many random sequences, more than a test run has time for.

    python -m tests.addin_actions.many_sequences --count 10000 --jobs 2
    python -m tests.addin_actions.many_sequences --libreoffice 300

Every fifty (ten in LibreOffice) have a seed of their own, counted from ``--seed``; a failure says
which, with the steps that lead to it, and makes the exit status 1.
"""

import argparse
import contextlib
import io
import sys
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

import xlwings as xw
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.addin_actions.sequences.hands import Hands
from tests.addin_actions.sequences.machine import Clicks
from tests.addin_actions.sequences.memory_hands import MemoryHands
from tests.addin_actions.sequences.office_hands import OfficeHands

AT_ONCE = {"memory": 50, "libreoffice": 10}
STEPS = {"memory": 10, "libreoffice": 8}


class InMemory(Clicks):
    """On the fast engine."""

    def open_file(self, path: Path) -> Hands:
        return MemoryHands(path)


class InLibreOffice(Clicks):
    """In a LibreOffice of this process's own."""

    def open_file(self, path: Path) -> Hands:
        return OfficeHands(path, _office())


MACHINES: dict[str, type[Clicks]] = {"memory": InMemory, "libreoffice": InLibreOffice}


@cache
def _office() -> xw.App:
    """Start a LibreOffice, which ends with this process."""
    from xladdin.libreoffice import register

    register()
    return xw.App(add_book=False)


def run_some(engine: str, count: int, number: int) -> str | None:
    """Run some sequences with a seed; return what went wrong, ``None`` if nothing did."""
    chosen = settings(
        max_examples=count,
        stateful_step_count=STEPS[engine],
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink] if engine == "memory" else [Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said):
            run_state_machine_as_test(  # type: ignore[no-untyped-call]
                seed(number)(MACHINES[engine]), settings=chosen
            )
    except Exception:
        return f"seed {number}\n{said.getvalue()}{traceback.format_exc()}"
    return None


def main() -> int:
    """Run as many as asked for, in some processes."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=0, help="sequences in memory")
    parser.add_argument("--libreoffice", type=int, default=0, help="sequences in LibreOffice")
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--jobs", type=int, default=2, help="processes at the same time")
    asked = parser.parse_args()
    wanted = {"memory": asked.count, "libreoffice": asked.libreoffice}
    failures = [_run(name, count, asked.seed, asked.jobs) for name, count in wanted.items()]
    return int(any(failures))


def _run(engine: str, count: int, first: int, jobs: int) -> int:
    """Run sequences, print how far it is, and return how many seeds went wrong."""
    at_once = AT_ONCE[engine]
    sizes = [min(at_once, count - done) for done in range(0, count, at_once)]
    seeds = range(first, first + len(sizes))
    start, done, failures = time.perf_counter(), 0, 0
    with ProcessPoolExecutor(jobs) as pool:
        results = pool.map(partial(run_some, engine), sizes, seeds)
        for size, wrong in zip(sizes, results, strict=True):
            done += size
            failures += wrong is not None
            seconds = time.perf_counter() - start
            sys.stdout.write(f"{wrong or ''}{engine}: {done} sequences, {seconds:.0f} s\n")
            sys.stdout.flush()
    return failures


if __name__ == "__main__":
    sys.exit(main())
