"""Recalculating returned workbooks against openpyxl, LibreOffice and the floor, in one run.

    python benchmarks/recalculate.py [--counts 1 100 1000] [--large] [--no-libreoffice]

For each count: milliseconds a workbook, peak memory, and how many times as fast as openpyxl's load
and save of the same files.  The floor is what no program that changes a workbook can leave out:
read, inflate, a parse that does nothing, deflate the sheet, write.  Where the slow ones would take
an hour they are measured on the first files only (marked ~).
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
from collections.abc import Iterator, Sequence
from pathlib import Path
from pyexpat import ParserCreate

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.measured import Measured, measured
from generator.batch.examine import examine
from generator.batch.inputs import gather
from generator.batch.recalc import RecalcRun, tasks_for
from generator.batch.report import Gathered
from generator.resources import samples
from generator.workbook.reader import read_workbook_form
from generator.workbook.recalculate import recalculate

_SHEET = "xl/worksheets/sheet1.xml"
_MOST_SLOW, _MOST_OFFICE = 200, 50


def main() -> None:
    """Measure and print."""
    options = _options()
    counts = [*options.counts, *([20_000] if options.large else [])]
    for count in counts:
        with tempfile.TemporaryDirectory(prefix="jixiao-benchmark-") as folder:
            _compare(_files(Path(folder) / "in", count), Path(folder), options.libreoffice)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--counts", type=int, nargs="*", default=[1, 100, 1000])
    parser.add_argument("--large", action="store_true", help="20,000 workbooks as well")
    parser.add_argument("--no-libreoffice", dest="libreoffice", action="store_false")
    return parser.parse_args()


def _files(folder: Path, count: int) -> list[Path]:
    """Return so many returned self-evaluations, copies of the real ones."""
    folder.mkdir()
    found = sorted(samples("returned").glob("*.xlsx"))
    originals = [path for path in found if path.name.startswith(("sh2023", "sz"))]
    files = [folder / f"{number:05}.xlsx" for number in range(count)]
    for number, file in enumerate(files):
        shutil.copy(originals[number % len(originals)], file)
    return files


def _compare(files: list[Path], folder: Path, libreoffice: bool) -> None:
    print(f"\n{len(files)} workbooks{'':22}ms each   MB peak   times openpyxl")
    slow = files[:_MOST_SLOW]
    base = _per_file(measured(functools.partial(_openpyxl, slow), warm=_import_openpyxl), slow)
    _print("openpyxl load + save", base, base, files, slow)
    for name, result in _ours(files, folder):
        _print(name, result, base, files, files)
    floor = _per_file(measured(functools.partial(_floor, files)), files)
    _print("floor", floor, base, files, files)
    if libreoffice and shutil.which("soffice"):
        few = files[:_MOST_OFFICE]
        office = measured(functools.partial(_libreoffice, few, folder))
        _print("LibreOffice convert", _per_file(office, few), base, files, few)


def _ours(files: list[Path], folder: Path) -> Iterator[tuple[str, Measured]]:
    warm = functools.partial(_read_and_patch, files[:11])
    plain = functools.partial(_read_and_patch, files)
    yield "read, score, patch", _per_file(measured(plain, warm=warm), files)
    checked = functools.partial(_read_check_patch, files)
    yield "the same with every check", _per_file(measured(checked, warm=warm), files)
    for jobs in (1, 2):
        batch = functools.partial(_batch, files[0].parent, folder / f"out{jobs}", jobs)
        yield (
            f"... saved, journal, {jobs} process(es)",
            _per_file(measured(batch, warm=warm), files),
        )
    command = functools.partial(_command, files[0].parent, folder / "command")
    yield "whole command jixiao recalc", _per_file(measured(command), files)


def _per_file(result: Measured, files: Sequence[Path]) -> Measured:
    return Measured(result.seconds / len(files), result.memory)


def _print(
    name: str, result: Measured, base: Measured, files: Sequence[Path], used: Sequence[Path]
) -> None:
    mark = "~" if len(used) < len(files) else " "
    times = base.seconds / result.seconds
    print(f"{mark}{name:<34}{result.seconds * 1e3:8.2f} {result.memory:9.0f} {times:10.1f}")


def _import_openpyxl() -> None:
    import openpyxl

    openpyxl.Workbook().save(io.BytesIO())


def _openpyxl(files: Sequence[Path]) -> None:
    import openpyxl

    for file in files:
        openpyxl.load_workbook(file).save(io.BytesIO())


def _read_and_patch(files: Sequence[Path]) -> None:
    for file in files:
        recalculate(read_workbook_form(file)).to_bytes()


def _read_check_patch(files: Sequence[Path]) -> None:
    for file in files:
        done = examine(file, file.name).recalculation
        if done is not None:
            done.to_bytes()


def _batch(source: Path, target: Path, jobs: int) -> None:
    tasks = tasks_for(gather([source]).inputs)
    with Gathered.of(RecalcRun(target, jobs=jobs).outcomes(tasks)):
        pass


def _command(source: Path, target: Path) -> None:
    main = "from generator.cli import main; main()"
    command = [sys.executable, "-c", main, "recalc", str(source), "-o", str(target)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, check=False)


def _floor(files: Sequence[Path]) -> None:
    for file in files:
        data = file.read_bytes()
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sheet = archive.read(_SHEET)
        ParserCreate().Parse(sheet, True)
        packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = packer.compress(sheet) + packer.flush()
        with tempfile.TemporaryFile() as target:
            target.write(data + packed)


def _libreoffice(files: Sequence[Path], folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = ["--headless", "--convert-to", "xlsx", "--outdir", str(folder / "office")]
    command = ["soffice", profile, *target, *map(str, files)]
    subprocess.run(command, capture_output=True, check=False)


if __name__ == "__main__":
    main()
