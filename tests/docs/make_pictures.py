"""Makes the pictures of the README and the manual: a form as LibreOffice prints it, a command.

Run ``python -m tests.docs.make_pictures``; it needs LibreOffice and pdftoppm.
"""

import io
import re
import subprocess
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

from generator.batch.examine import examine
from generator.cli import console as screen
from generator.cli import shown
from generator.workbook.writer import FormOptions, write_form
from tests.libreoffice.office import Office
from tests.samples.make_samples import SAMPLES, forms

IMAGES = Path(__file__).parents[2] / "docs" / "images"
PAGES = {"form-filled": ("sz2021-02", 78), "form-target": ("mh2024-04", 78)}
"""Picture: the sample form it shows, and its resolution (dots an inch)."""


def printed_forms() -> None:
    """Print sample forms and keep the upper part of their first page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        office = Office(folder)
        for picture, (form, resolution) in PAGES.items():
            file = folder / f"{picture}.xlsx"
            file.write_bytes(write_form(forms()[form], FormOptions(as_printed=True)))
            (pdf,) = office.convert([file], "pdf", folder)
            subprocess.run(
                ["pdftoppm", "-r", str(resolution), "-f", "1", "-l", "1", "-png", "-singlefile",
                 "-H", str(int(resolution * 5.9)), str(pdf), str(IMAGES / picture)],
                check=True,
            )  # fmt: skip


def command_output() -> None:
    """Draw what ``jixiao check`` shows for two real returns."""
    recorded = Console(record=True, width=108, file=io.StringIO())
    recorded.print(Text("$ jixiao check returned/", style="bold"))
    for name in ("sh2023-01", "sz2021-04"):
        answer = examine(SAMPLES / "returned" / f"{name}.xlsx", f"{name}.xlsx").outcome
        for line in shown.outcome_lines(answer):
            screen.draw(recorded, line)
    drawn = recorded.export_svg(title="jixiao")
    # rich counts characters, not cells, and would squeeze Chinese text to half its width
    picture = re.sub(r' textLength="[^"]*"', "", drawn)
    (IMAGES / "check.svg").write_text(picture, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    IMAGES.mkdir(parents=True, exist_ok=True)
    printed_forms()
    command_output()
