"""Nothing in or beside a received workbook chooses the interpreter or the code."""

import re
from pathlib import Path

import openpyxl
import pytest

from tests.addin.finished import INTERPRETER, Excel, parts
from xladdin.builder.settings import SHEET
from xladdin.builder.vba import module_source

MODULES = ("JixiaoRibbon", "JixiaoRunner", "JixiaoMemory")
SETTINGS = ("interpreter", "INTERPRETER_WIN", "PYTHONPATH", "ADD_WORKBOOK_TO_PYTHONPATH", "failed")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A folder with a workbook that brings its own settings, and files that would be read."""
    book = openpyxl.Workbook()
    for name in (SHEET, "_myaddin.conf", "xlwings.conf", "evil.py"):
        sheet = book.create_sheet(name)
        for row, key in enumerate(SETTINGS, 1):
            sheet.cell(row, 1, key)
            sheet.cell(row, 2, r"C:\evil.exe")
    book.save(tmp_path / "恶意.xlsx")
    for name in ("jixiao.conf", "xlwings.conf"):
        (tmp_path / name).write_text('"INTERPRETER_WIN","C:\\evil.exe"\n', encoding="utf-8")
    return tmp_path


def test_a_hostile_workbook_in_front_is_ignored(hostile: Path) -> None:
    excel = Excel(hostile)
    excel.app.open_workbook(hostile / "恶意.xlsx").Activate()
    excel.click("check")
    assert excel.app.run("JixiaoRunner.BookInFront") == "恶意.xlsx"
    assert excel.app.run("JixiaoRunner.Setting", "interpreter") == INTERPRETER
    assert excel.app.run("JixiaoRunner.Setting", "PYTHONPATH") == ""
    (line,) = excel.printed
    assert INTERPRETER in line and "evil" not in line


def test_the_vba_reads_no_file_no_folder_and_no_other_workbook() -> None:
    source = "\n".join(
        line.partition("'")[0] if line.lstrip().startswith("'") else line
        for name in MODULES
        for line in module_source(name).splitlines()
    )
    for word in ("ActiveSheet", "FullName", "Path", "Environ", "Open ", "Dir(", "cmd", "Declare"):
        assert not re.search(rf"\b{re.escape(word)}", source), word
    reads = re.findall(r"ActiveWorkbook\S*", source)
    assert reads == ["ActiveWorkbook", "ActiveWorkbook.Name"]  # whether there is one, and its name


def test_python_is_started_without_environment_and_folder() -> None:
    assert 'SWITCHES As String = "-E -P -B"' in module_source("JixiaoRunner")


def test_the_addin_itself_runs_nothing_by_itself() -> None:
    for name in MODULES:
        starts = r"(?i)\bsub\s+(auto_|workbook_|worksheet_|document_)"
        assert not re.search(starts, module_source(name))
    assert b"onLoad" not in parts()["customUI/customUI14.xml"]


def test_no_sheet_is_named_like_code() -> None:
    names = re.findall(rb'<sheet name="([^"]+)"', parts()["xl/workbook.xml"])
    assert names == [SHEET.encode()]
    assert not SHEET.endswith(".py")
