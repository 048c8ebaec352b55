"""Every click in Excel is a process of its own: what one has to know of another lies in files."""

import subprocess
import sys
from pathlib import Path

import pytest
import xlwings as xw

from tests.addin_proof import own_process
from tests.addin_proof.desk import Desk
from tests.addin_proof.proofs import checking
from tests.addin_proof.registry import RETURNED
from tests.addin_proof.ribbon import pressed
from tests.addin_proof.saved_files import saved_sheet

pytestmark = pytest.mark.libreoffice


def click(button_id: str, workbook: Path, folder: Path) -> str:
    """Run what the button yields in a new Python, with the add-in's own switches."""
    command = pressed(button_id, workbook, folder)
    script = [str(own_process.__file__), str(workbook), command.code, *command.arguments]
    done = subprocess.run(
        [sys.executable, *command.switches, *script],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_one_process_checks_and_another_takes_it_back(
    office: xw.App, desk: Desk, tmp_path: Path
) -> None:
    source = RETURNED / "sz2021-02.xlsx"
    answer, sheet = desk.jixiao.check(source), desk.open(source).reading.places.sheet
    path = desk.saved_untouched(source)
    before = saved_sheet(path, sheet)
    assert "已在单元格标出" in click("check", path, tmp_path)
    checked = desk.folder / path.name
    checked.write_bytes(path.read_bytes())
    assert saved_sheet(checked, sheet).notes
    assert list(saved_sheet(checked, checking.SHEET).lines)[3:]
    assert desk.jixiao.check(checked) == answer
    assert click("undo", path, tmp_path).startswith("已撤销“校验本表”")
    back = desk.folder / "back" / path.name
    back.parent.mkdir()
    back.write_bytes(path.read_bytes())
    after = saved_sheet(back, sheet)
    assert (after.values, after.formulas, after.colours, after.notes) == (
        before.values,
        before.formulas,
        before.colours,
        before.notes,
    )
    assert desk.jixiao.check(back) == answer
