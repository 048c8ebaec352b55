"""Microsoft's Open XML SDK finds nothing in any workbook we write."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.batch.examine import examine
from generator.batch.project_list import write_project_list
from generator.batch.recalc import REPORTS
from generator.batch.report.gathered import Gathered
from generator.batch.report.return_copy import return_copy
from generator.forms.models import from_json
from generator.workbook.layout import all_layouts
from generator.workbook.moment import issue_moment
from generator.workbook.seal import Seal
from generator.workbook.writer import FormOptions, write_form
from tests.real_forms import ROOT, SHIPPED, data_of
from tests.summary.entries import summary_workbook

SCRIPT = ROOT / ".cache" / "node" / "node_modules" / "@ooxml-tools" / "validate"
NODE = shutil.which("node")

pytestmark = [
    pytest.mark.node,
    pytest.mark.skipif(
        NODE is None or not SCRIPT.is_dir(),
        reason="the Open XML validator is not installed (tests/run installs it where npm is)",
    ),
]


def faults(file: Path, office: str = "Microsoft365") -> list[str]:
    """Return what the validator says of a file; it exits 0 whatever it finds."""
    assert NODE is not None
    binary = json.loads((SCRIPT / "package.json").read_text(encoding="utf-8"))["bin"]
    script = SCRIPT / (binary if isinstance(binary, str) else next(iter(binary.values())))
    command = [NODE, str(script), "--of", "json", "--ov", office, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    found = json.loads(done.stdout[done.stdout.index("[") :])
    return [json.dumps(fault, ensure_ascii=False) for fault in found]


def _workbooks() -> Iterator[tuple[str, bytes]]:
    """Yield one of each kind of file the product writes, forms of every layout among them."""
    by_layout = {data_of(path)["layout"]: from_json(data_of(path)) for path in SHIPPED}
    for name, form in by_layout.items():
        yield f"{name}-live", write_form(form, FormOptions(password="一二三"))
        returned = write_form(form, FormOptions(as_printed=True, seal=Seal(bytes(32))))
        yield f"{name}-returned", returned
        examined = examine(returned, f"{name}.xlsx")
        assert examined.recalculation is not None
        yield f"{name}-recalculated", examined.recalculation.to_bytes()
        yield f"{name}-to-send-back", return_copy(returned, examined.outcome)
    for layout in all_layouts():
        blank = layout.model(layout=layout.id, title=layout.titles[0], project_name="项目")
        yield f"{layout.id}-blank", write_form(blank)
    yield "项目清单", write_project_list(list(by_layout.values()))
    yield "项目清单-empty", write_project_list()
    yield (
        "汇总",
        summary_workbook(examine(write_form(form), "form.xlsx") for form in by_layout.values()),
    )


FILES = dict(_workbooks()) if NODE is not None and SCRIPT.is_dir() else {}


@pytest.mark.parametrize("name", FILES or ["none"])
def test_the_sdk_finds_nothing(name: str, tmp_path: Path) -> None:
    file = tmp_path / "file.xlsx"
    file.write_bytes(FILES[name])
    assert faults(file) == []


def test_the_review_report_is_sound(tmp_path: Path) -> None:
    outcomes = [examine(data, f"{name}.xlsx").outcome for name, data in FILES.items()]
    file = tmp_path / "report.xlsx"
    with Gathered.of(outcomes) as gathered, file.open("wb") as open_file:
        REPORTS["复核报告.xlsx"](gathered, open_file, issue_moment())
    assert faults(file) == []


@pytest.mark.parametrize("office", ["Office2010", "Office2013"])
def test_forms_suit_old_offices(office: str, tmp_path: Path) -> None:
    file = tmp_path / "file.xlsx"
    file.write_bytes(FILES["sz-eval-2021-live"])
    assert faults(file, office) == []


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    """The check itself can fail: a font with its children out of order is found."""
    import io
    import zipfile

    file = tmp_path / "file.xlsx"
    with zipfile.ZipFile(io.BytesIO(FILES["sz-eval-2021-live"])) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts["xl/styles.xml"] = parts["xl/styles.xml"].replace(
        b"<font>", b'<font><name val="x"/><b/>', 1
    )
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert faults(file) != []
