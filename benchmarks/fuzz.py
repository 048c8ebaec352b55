"""Damages real returns at random for a while and tells what came of it.

    python benchmarks/fuzz.py [--seconds 300] [--seed 0]

Counts the answers; anything but an answer (an exception, a route through a sheet that disagrees
with the other, a copy that cannot be read again, more than ten seconds) is a find, kept as a file.
"""

import argparse
import io
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import openpyxl

from generator.batch.examine import examine
from generator.resources import samples
from generator.workbook.package import Limits
from generator.workbook.reader import read_workbook_form
from generator.workbook.rejection import Rejected
from generator.workbook.sheet import Sheet, scan
from generator.workbook.sheet.scan import scan_by_handlers
from tests.hostile.mutations import damaged_xml, mutated, parts_of
from tests.sheet.sheets import NONE

_SLOW = 10  # seconds


def main() -> None:
    """Run, and print how long and what was found."""
    options = _options()
    returns = _sources()
    answers: Counter[str] = Counter()
    finds: dict[str, Path] = {}
    folder = Path(tempfile.mkdtemp(prefix="jixiao-fuzz-"))
    started, number = time.monotonic(), 0
    while time.monotonic() - started < options.seconds:
        number += 1
        chance = random.Random(f"{options.seed} {number}")
        workbook = mutated(chance.choice(returns), chance)
        answer, find = _tried(workbook, chance)
        answers[answer] += 1
        if find is not None and find not in finds:
            finds[find] = folder / f"{number}.xlsx"
            finds[find].write_bytes(workbook)
    seconds = time.monotonic() - started
    print(f"{number} workbooks in {seconds:.0f} s, seed {options.seed}; {len(finds)} finds")
    for code, count in answers.most_common():
        print(f"{count:8} {code}")
    for find, path in finds.items():
        print(f"{path}: {find}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--seed", default="0")
    return parser.parse_args()


def _sources() -> list[bytes]:
    """Return real returns as they are and as another program saves them, with shared texts."""
    found = [path.read_bytes() for path in sorted(samples("returned").glob("*.xlsx"))]
    return found + [_resaved(workbook) for workbook in found]


def _resaved(workbook: bytes) -> bytes:
    target = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(workbook)).save(target)
    return target.getvalue()


def _tried(workbook: bytes, chance: random.Random) -> tuple[str, str | None]:
    """Return the answer to a workbook, and what is wrong with it if anything."""
    started = time.monotonic()
    try:
        answer = _answered(workbook)
        _compare_routes(workbook, chance)
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        return "raised", f"{type(error).__name__} at {Path(where.filename).name}:{where.lineno}"
    slow = time.monotonic() - started > _SLOW
    return answer, "too slow" if slow else None


def _answered(workbook: bytes) -> str:
    examined = examine(workbook, "x.xlsx")
    if examined.recalculation is None:
        rejection = examined.outcome.rejection
        return "none" if rejection is None else rejection.code
    try:
        copy = examined.recalculation.to_bytes()
    except Rejected as refused:
        return refused.rejection.code
    read_workbook_form(copy)
    return "recalculated"


def _compare_routes(workbook: bytes, chance: random.Random) -> None:
    try:
        parts = parts_of(workbook)
    except Exception:  # no archive any more: what the examination has answered
        return
    for name, xml in parts.items():
        if "worksheets/sheet" in name and len(xml) < 500_000:
            odd = damaged_xml(xml, chance)
            quick, slow = _scanned(odd, quick=True), _scanned(odd, quick=False)
            if quick != slow:
                raise AssertionError(f"two routes, two answers: {name}")


def _scanned(xml: bytes, *, quick: bool) -> Sheet | None:
    try:
        sheet = scan(xml, NONE) if quick else scan_by_handlers(xml, NONE, Limits(), "")
        for where in sheet.cells:
            sheet.cells[where]
    except (Rejected, ValueError):
        return None
    return sheet


if __name__ == "__main__":
    main()
