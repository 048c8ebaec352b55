"""Makes everything in ``sample_workbooks/`` but the forms it starts from.

Run ``python -m tests.samples.make_samples`` after a change to how workbooks are written; a test
fails while what is there is not what this makes.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

from generator.batch.examine import examine
from generator.batch.filenames import distinct, form_filename
from generator.batch.project_list import ProjectList, read_project_list, write_project_list
from generator.forms.models import Form, from_json
from generator.workbook.layout import load_layout
from generator.workbook.seal import Seal
from generator.workbook.writer import FormOptions, write_form

SAMPLES = Path(__file__).parents[2] / "sample_workbooks"
MOMENT = "1735689600"
"""2025-01-01: every sample carries this date, so that making them again changes nothing."""

SEAL = Seal(bytes(range(32)))
"""The samples' own key, known to everybody: it proves nothing, and is used for nothing else."""


def forms() -> dict[str, Form]:
    """Return the forms the samples are made from, by file name without ending."""
    return {
        path.stem: from_json(json.loads(path.read_text(encoding="utf-8")))
        for path in sorted((SAMPLES / "forms").glob("*.json"))
    }


def made() -> Iterator[tuple[str, bytes]]:
    """Yield every sample: path below ``sample_workbooks/``, and content."""
    os.environ["SOURCE_DATE_EPOCH"] = MOMENT
    real = forms()
    project_list = write_project_list(list(real.values()))
    yield "项目清单.xlsx", project_list
    yield from _blanks(project_list)
    for name, form in real.items():
        returned = write_form(form, FormOptions(as_printed=True, seal=SEAL))
        yield f"returned/{name}.xlsx", returned
        done = examine(returned, f"{name}.xlsx").recalculation
        assert done is not None, name
        yield f"recalculated/{name}.xlsx", done.to_bytes()


def _blanks(project_list: bytes) -> Iterator[tuple[str, bytes]]:
    read = read_project_list(project_list)
    assert isinstance(read, ProjectList), read
    blank = read.forms()
    names = distinct(form_filename(form, load_layout(form.layout)) for form in blank)
    for form, name in zip(blank, names, strict=True):
        yield f"blank/{name}", write_form(form, FormOptions(seal=SEAL))


def main() -> None:
    """Write the samples, and remove what is no longer made."""
    kept = set()
    for name, data in made():
        path = SAMPLES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        kept.add(path)
    for path in SAMPLES.rglob("*.xlsx"):
        if path not in kept:
            path.unlink()


if __name__ == "__main__":
    main()
