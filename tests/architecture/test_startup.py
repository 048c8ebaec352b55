"""What a process has imported at its end: nothing heavy that its command had no use for."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RETURN = ROOT / "sample_workbooks" / "returned" / "sh2023-01.xlsx"
SCRIPT = """
import sys
from generator.cli import main
try:
    main(sys.argv[1:])
finally:
    sys.stderr.write("\\n" + " ".join(sys.modules))
"""

CLICK = """
import sys
from xladdin.dispatch import find_action
from xladdin.ribbon import button_table
find_action(button_table().find(sys.argv[1]))
sys.stderr.write("\\n" + " ".join(sys.modules))
"""

CHECKED = """
import sys
from pydantic import BaseModel
from generator.cli import main

def kinds(of):
    for kind in of.__subclasses__():
        yield kind
        yield from kinds(kind)

try:
    main(sys.argv[1:])
finally:
    built = {kind.__name__ for kind in kinds(BaseModel) if kind.__pydantic_complete__}
    sys.stderr.write("\\n" + " ".join(built))
"""

HEAVY = {
    "yaml": "data files are read once and kept (generator.snapshot)",
    "rich": "tables and terminals only",
    "openpyxl": "it writes blanks; returns are patched",
    "lxml": "openpyxl's",
    "msoffcrypto": "encrypted files only",
    "python_calamine": "files of other formats only",
    "rapidfuzz": "project lists and comparisons",
    "distributed": "clusters only",
    "xlwings": "the add-in's",
    "xladdin": "the add-in's",
    "multiprocessing.pool": "several files only",
}


def imported(folder: Path, *arguments: object, script: str = SCRIPT) -> set[str]:
    """Return what a process says it has imported; what it keeps for the next is in a folder."""
    environment = {
        **os.environ,
        "JIXIAO_CACHE": str(folder / "kept"),
        "JIXIAO_KEYS": str(folder / "keys.json"),
    }
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        env=environment, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    return set(done.stderr.rpartition("\n")[2].split(" "))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which one run has left what it keeps for the next."""
    made = tmp_path_factory.mktemp("startup")
    assert "yaml" in imported(made, "recalc", RETURN, "-o", made / "out"), "the first run reads it"
    return made


def test_a_plain_recalculation_imports_nothing_heavy(folder: Path) -> None:
    found = imported(folder, "recalc", RETURN, "-o", folder / "out", "--force")
    assert "generator.batch.recalc" in found
    assert not {name: why for name, why in HEAVY.items() if name in found}


def test_a_plain_check_imports_no_reports_either(folder: Path) -> None:
    found = imported(folder, "check", RETURN)
    assert "generator.batch.check" in found
    heavy = {*HEAVY, "jinja2", "generator.batch.report.review_book"}
    assert not heavy & found


def test_only_the_return_itself_is_checked_where_the_rest_was_kept(folder: Path) -> None:
    """What checks a kind of model is built when the first is checked; the generic one at once."""
    first, built = (imported(folder, "check", RETURN, script=CHECKED) for _ in range(2))
    assert {"Cited", "StoredRecord"} <= first, "the first may have read what the next finds kept"
    assert built == {"Cited", "StoredRecord", "SelfEvaluationForm"}


def test_a_click_of_the_ribbon_imports_nothing_heavy_but_xlwings(folder: Path) -> None:
    assert "yaml" in imported(folder, "check", script=CLICK), "the first click reads its tables"
    found = imported(folder, "check", script=CLICK)
    assert "xladdin.actions.checking" in found
    assert not {"yaml", "rich", "openpyxl", "lxml", "jinja2", "msoffcrypto"} & found


def test_the_help_page_imports_nothing_of_the_engine(folder: Path) -> None:
    found = imported(folder, "--help")
    assert "xladdin.commands" in found
    heavy = set(HEAVY) - {"xladdin"}
    assert not {"generator.batch", "generator.workbook", *heavy} & found


def test_a_command_imports_no_other(folder: Path) -> None:
    found = imported(folder, "layouts", "--help")
    assert "generator.cli.catalogue" in found
    assert not {"generator.cli.returns", "generator.cli.issuing", "generator.batch"} & found
