"""Generating a blank form against a plain openpyxl write of the same cells.

    python benchmarks/generate.py [--rounds 20]

The plain write makes a workbook of the same sheets, values and cell formats, with none of the
locks, names, dropdowns, formulas' cached values and the rest that make it a form.
"""

import argparse
import copy
import functools
import io
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.models import Form, from_json
from generator.resources import samples
from generator.workbook.writer import write_form

_LOOKS = ("font", "border", "fill", "alignment")


def main() -> None:
    """Measure and print, one line a layout."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    print(f"{'layout':<16}{'blank ms':>10}{'plain ms':>10}{'ratio':>8}")
    for layout, form in _one_of_each().items():
        ours = _best(functools.partial(write_form, form), rounds)
        plain = _best(_plain_writer(write_form(form)), rounds)
        print(f"{layout:<16}{ours * 1e3:>10.1f}{plain * 1e3:>10.1f}{ours / plain:>8.2f}")


def _one_of_each() -> dict[str, Form]:
    """Return a form of every layout there is a sample of."""
    found: dict[str, Form] = {}
    for path in sorted(samples("forms").glob("*.json")):
        form = from_json(json.loads(path.read_text(encoding="utf-8")))
        found.setdefault(form.layout, form)
    return found


def _best(work: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def _plain_writer(workbook: bytes) -> Callable[[], None]:
    source = openpyxl.load_workbook(io.BytesIO(workbook))

    def write() -> None:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for sheet in source.worksheets:
            _copy(sheet, book.create_sheet(sheet.title))
        book.save(io.BytesIO())

    return write


def _copy(source: Worksheet, target: Worksheet) -> None:
    looks: dict[int, tuple[Any, ...]] = {}
    for row in source.iter_rows():
        for cell in row:
            if cell.value is None and not cell.has_style:
                continue
            made = target.cell(cell.row, cell.column)
            made.value = cell.value
            if cell.style_id not in looks:
                looks[cell.style_id] = tuple(copy.copy(getattr(cell, name)) for name in _LOOKS)
            for name, look in zip(_LOOKS, looks[cell.style_id], strict=True):
                setattr(made, name, look)
    for area in source.merged_cells.ranges:
        target.merge_cells(str(area))


if __name__ == "__main__":
    main()
