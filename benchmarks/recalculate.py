"""Recalculating returned workbooks against openpyxl, LibreOffice and the floor, in one run.

    python benchmarks/recalculate.py [--counts 1 100 1000] [--large] [--no-libreoffice]

For each count: milliseconds a workbook, by the clock and of processor time (which other programs
on the machine disturb less); the peak memory of the largest process and of all
processes together; how many times as fast as openpyxl's load and save of the same files.  The
workbooks are real self-evaluations, every one made a form of its own by its project's name, so
that none is an older return of another.

Each line is measured in a process of its own, the best of some rounds where they are few files.
What is imported once is loaded before the clock starts (with the first eleven files); only the
whole command and LibreOffice are measured with their start.  The floor is what no program that
changes a workbook can leave out: read, inflate, a parse that does nothing, deflate the sheet,
write.  Where the slow ones would take an hour they are measured on the first files only (~).
"""

import argparse
import functools
import io
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from pyexpat import ParserCreate
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.measured import Measured, measured

_SHEET = "xl/worksheets/sheet1.xml"
_MOST_SLOW, _MOST_OFFICE, _WARM = 200, 50, 11
_FEW, _ROUNDS = 100, 5
_CODES = (0, 1)  # of the command: 1 says that forms have errors, as these have


class Line(NamedTuple):
    """One thing to measure: on how many files at most, what runs before, how often."""

    name: str
    work: Callable[[], object]
    most: int | None = None
    warm: Callable[[], object] | None = None
    repeatable: bool = True


def main() -> None:
    """Measure and print."""
    options = _options()
    for count in [*options.counts, *([20_000] if options.large else [])]:
        with tempfile.TemporaryDirectory(prefix="jixiao-benchmark-", dir=options.folder) as made:
            folder = Path(made)
            _make_files(folder / "in", count)
            _compare(folder, count, options.libreoffice)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--counts", type=int, nargs="*", default=[1, 100, 1000])
    parser.add_argument("--large", action="store_true", help="20,000 workbooks as well")
    parser.add_argument("--no-libreoffice", dest="libreoffice", action="store_false")
    parser.add_argument("--folder", help="where to write, the system's place unless given")
    return parser.parse_args()


def _make_files(folder: Path, count: int) -> None:
    """Write so many returned self-evaluations, each of a project of its own."""
    from generator.resources import samples
    from generator.workbook.package import Package
    from generator.workbook.reader import read_workbook_form

    folder.mkdir()
    found = sorted(samples("returned").glob("*.xlsx"))
    originals = [path.read_bytes() for path in found if path.name.startswith(("sh2023", "sz"))]
    names = [(read_workbook_form(each).form.project_name or "").encode() for each in originals]
    for number in range(count):
        which = number % len(originals)
        package = Package.open(originals[which])
        for part in package.names:
            if part.startswith("xl/worksheets/sheet"):
                xml = package.read(part)
                package.replace(part, xml.replace(names[which], b"%b%05d" % (names[which], number)))
        (folder / f"{number:05}.xlsx").write_bytes(package.to_bytes())


def _compare(folder: Path, count: int, libreoffice: bool) -> None:
    titles = ("ms each", "busy ms", "MB largest", "MB together", "times openpyxl")
    print(f"\n{f'{count} workbooks':<35}" + "".join(f"{title:>15}" for title in titles))
    base: Measured | None = None
    seconds: dict[str, float] = {}
    for line in _lines(folder, libreoffice):
        rounds = _ROUNDS if count <= _FEW and line.repeatable else 1
        files = min(count, line.most or count)
        result = measured(line.work, warm=line.warm, rounds=rounds)
        each = result._replace(seconds=result.seconds / files, busy=result.busy / files)
        base = base or each
        seconds[line.name] = each.seconds
        _print(line.name, each, base, "~" if files < count else " ")
    one, two = (seconds[_saved(jobs)] for jobs in (1, 2))
    print(f" two processes: {one / two:.2f} times one")


def _lines(folder: Path, libreoffice: bool) -> Iterator[Line]:
    source = folder / "in"
    warm = functools.partial(_examine, source, _WARM)
    slow = functools.partial(_openpyxl, source, _MOST_SLOW)
    yield Line("openpyxl load + save", slow, _MOST_SLOW, functools.partial(_openpyxl, source, 1))
    yield Line("ours: read, score, patch", functools.partial(_read_and_patch, source), warm=warm)
    yield Line("ours: with every check", functools.partial(_examine, source), warm=warm)
    for jobs in (1, 2):
        work = functools.partial(_batch, source, folder / f"saved{jobs}", jobs)
        yield Line(_saved(jobs), work, warm=warm)
    for jobs in (1, 2):
        command = functools.partial(_command, source, folder / f"command{jobs}", jobs)
        yield Line(f"ours: whole command, --jobs {jobs}", command)
    yield Line("floor", functools.partial(_floor, source, folder / "floor"))
    if libreoffice and shutil.which("soffice"):
        office = functools.partial(_libreoffice, source, folder, _MOST_OFFICE)
        yield Line("LibreOffice convert", office, _MOST_OFFICE, repeatable=False)


def _saved(jobs: int) -> str:
    return f"ours: checked and saved, {jobs} process{'es' * (jobs > 1)}"


def _print(name: str, result: Measured, base: Measured, mark: str) -> None:
    times = f"{result.seconds * 1e3:15.2f}{result.busy * 1e3:15.2f}"
    told = ("-" if each is None else f"{each:.0f}" for each in (result.largest, result.together))
    memory = "".join(f"{each:>15}" for each in told)
    print(f"{mark}{name:<34}{times}{memory}{base.seconds / result.seconds:15.1f}", flush=True)


def _files(folder: Path, most: int | None = None) -> Iterator[Path]:
    return islice(sorted(folder.iterdir()) if most is None else _first(folder, most), most)


def _first(folder: Path, most: int) -> Iterator[Path]:
    paths = (folder / f"{number:05}.xlsx" for number in range(most))
    return (path for path in paths if path.exists())


def _openpyxl(source: Path, most: int) -> None:
    import openpyxl

    for file in _files(source, most):
        openpyxl.load_workbook(file).save(io.BytesIO())


def _read_and_patch(source: Path) -> None:
    from generator.workbook.reader import read_workbook_form
    from generator.workbook.recalculate import recalculate

    for file in _files(source):
        recalculate(read_workbook_form(file)).to_bytes()


def _examine(source: Path, most: int | None = None) -> None:
    from generator.batch.examine import examine

    for file in _files(source, most):
        done = examine(file, file.name).recalculation
        if done is None:
            raise ValueError(f"{file} could not be read")
        done.to_bytes()


def _batch(source: Path, target: Path, jobs: int) -> None:
    from generator.batch.inputs import gather
    from generator.batch.recalc import RecalcRun, tasks_for
    from generator.batch.report.gathered import Gathered

    tasks = tasks_for(gather([source]).inputs)
    with Gathered.of(RecalcRun(target, jobs=jobs).outcomes(tasks)) as gathered:
        if gathered.statistics.rejected:
            raise ValueError("some files could not be read or written")


def _command(source: Path, target: Path, jobs: int) -> None:
    main = "from generator.cli import main; main()"
    arguments = ["recalc", str(source), "-o", str(target), "--jobs", str(jobs), "--force"]
    keys = str(target.with_suffix(".keys"))
    root = str(Path(__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": root, "JIXIAO_KEYS": keys}
    done = subprocess.run(
        [sys.executable, "-c", main, *arguments],
        stdout=subprocess.DEVNULL,
        env=environment,
        check=False,
    )
    if done.returncode not in _CODES:
        raise ValueError(f"the command ended with {done.returncode}")


def _floor(source: Path, target: Path) -> None:
    target.mkdir(exist_ok=True)
    for file in _files(source):
        data = file.read_bytes()
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sheet = archive.read(_SHEET)
        ParserCreate().Parse(sheet, True)
        packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = packer.compress(sheet) + packer.flush()
        (target / file.name).write_bytes(data + packed)


def _libreoffice(source: Path, folder: Path, most: int) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    made, files = folder / "office", list(_files(source, most))
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(made)]
    for _ in range(2):  # the first start on a fresh profile may exit and ask to be repeated
        subprocess.run([*command, *map(str, files)], capture_output=True, check=False)
        if made.exists() and len(list(made.iterdir())) == len(files):
            return
    raise ValueError("LibreOffice did not convert every file")


if __name__ == "__main__":
    main()
