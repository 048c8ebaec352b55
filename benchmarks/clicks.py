"""Clicks on a form of sixty indicators in LibreOffice, and what its engine takes for cells.

    python benchmarks/clicks.py [--rounds 5]

A click may take a second, LibreOffice's start apart.  Printed are the best and the median of some
clicks, each on the form as it was before; then the same cells read and written at once and one by
one, which is what an add-in does that is not careful.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import xlwings as xw

_ROWS = 60
_AREA = "A1:H60"
_FORM = "sh2023-04.json"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    from xladdin.libreoffice import register

    register()
    with tempfile.TemporaryDirectory(prefix="jixiao-benchmark-") as name:
        os.environ["XDG_CONFIG_HOME"] = os.environ["APPDATA"] = name  # of the undo records
        path = Path(name) / "form.xlsx"
        path.write_bytes(_form())
        with xw.App(add_book=False) as app:
            _clicks(app, path, rounds)
            _cells(app, path, rounds)


def _form() -> bytes:
    """Return the workbook of a real form whose indicators are repeated, many with findings."""
    import json

    from generator.forms.models import from_json
    from generator.resources import samples
    from generator.workbook.writer import FormOptions, write_form

    data = json.loads(samples("forms", _FORM).read_text(encoding="utf-8"))
    rows = data["indicators"]
    data["indicators"] = [
        {**rows[number % len(rows)], "name": f"{rows[number % len(rows)]['name']}{number}"}
        for number in range(_ROWS)
    ]
    return write_form(from_json(data), FormOptions(as_printed=True))


def _clicks(app: xw.App, path: Path, rounds: int) -> None:
    from xladdin.actions import checking, scoring
    from xladdin.asking import ScriptedAsker

    actions = {"校验本表": checking.check, "下一处问题": checking.next_finding}
    actions["计算得分与等级"] = scoring.score
    print(f"{'a click on sixty rows':<36}{'best ms':>10}{'median ms':>12}{'of a second':>14}")
    for title, action in actions.items():
        times = []
        for _ in range(rounds + 1):
            book = app.books.open(str(path))
            times.append(_seconds(partial(action, book, ScriptedAsker(yes=True))))
            book.close()
        best, median = min(times[1:]), statistics.median(times[1:])  # the first one warms up
        print(f"{title:<36}{best * 1000:10.0f}{median * 1000:12.0f}{best:14.2f}")


def _cells(app: xw.App, path: Path, rounds: int) -> None:
    from xladdin.libreoffice import unprotect

    sheet = app.books.open(str(path)).sheets[0]
    unprotect(sheet)
    area = sheet[_AREA]
    values = area.value
    read = _best(lambda: area.value, rounds), _best(lambda: [c.value for c in area], 1)
    written = (
        _best(lambda: setattr(area, "value", values), rounds),
        _best(lambda: _write_each(sheet, values), 1),
    )
    print(f"\n{_AREA:<36}{'at once ms':>12}{'one by one ms':>16}{'times':>8}")
    for title, (together, each) in {"read": read, "written": written}.items():
        print(f"{title:<36}{together * 1000:12.1f}{each * 1000:16.0f}{each / together:8.0f}")


def _write_each(sheet: xw.Sheet, values: list[list[object]]) -> None:
    for row, cells in enumerate(values, 1):
        for column, value in enumerate(cells, 1):
            sheet.range((row, column)).value = value


def _best(work: Callable[[], object], rounds: int) -> float:
    return min(_seconds(work) for _ in range(rounds))


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
