"""Every button's callback, taken from the finished add-in, yields the exact command."""

from pathlib import Path

import openpyxl
import pytest

from tests.addin.finished import INTERPRETER, Excel
from xladdin.builder import build_addin
from xladdin.caller import decoded
from xladdin.ribbon import button_table

STUB = """Public Function RunPython(ByVal command As String) As Long
    Debug.Print command
End Function
"""
FAILING_SHELL = """Private folder As String
Public Property Get CurrentDirectory() As String
    CurrentDirectory = IIf(folder = "", "C:\\before", folder)
End Property
Public Property Let CurrentDirectory(ByVal value As String)
    folder = value
    Debug.Print "in " & value
End Property
Public Function Run(ByVal line As String, ByVal style As Long, ByVal waits As Boolean) As Long
    Err.Raise 53
End Function
Public Sub Popup(text As String, seconds As Long, title As String, kind As Long)
    Debug.Print "popup " & text
End Sub
"""
FOLDER = INTERPRETER[: INTERPRETER.rindex("\\") + 1]


@pytest.fixture
def excel(tmp_path: Path) -> Excel:
    return Excel(tmp_path)


@pytest.mark.parametrize("button_id", [button.id for button in button_table().buttons])
def test_a_click_runs_its_command(button_id: str, excel: Excel) -> None:
    excel.app.add_module(STUB, name="JixiaoRunner")
    excel.click(button_id)
    assert excel.printed == [f"from xladdin.dispatch import run; run('{button_id}')"]


@pytest.mark.parametrize("name", ["绩效自评表.xlsx", "a=b & %PATH% $(x) `y` ^.xlsx"])
def test_the_workbook_in_front_is_named_in_digits_only(
    name: str, excel: Excel, tmp_path: Path
) -> None:
    openpyxl.Workbook().save(tmp_path / name)
    excel.app.open_workbook(tmp_path / name)
    excel.click("check")
    (line,) = excel.printed
    folder, _, command = line.removeprefix("run ").partition("|")
    digits = command.partition("--book=")[2].split(" ")[0]
    assert folder == FOLDER
    assert command == (
        f'"{INTERPRETER}" -E -P -B -c "from xladdin.dispatch import run; run(\'check\')"'
        f" --book={digits} --hwnd=4711"
    )
    assert set(digits) <= set("0123456789ABCDEF")
    assert decoded(digits) == name


def test_an_addin_that_was_not_installed_says_so(tmp_path: Path) -> None:
    excel = Excel(tmp_path, build_addin())
    excel.click("check")
    (line,) = excel.printed
    assert line.startswith("popup 绩效表加载项还没有安装好")


def test_a_python_that_has_gone_leaves_excel_in_its_folder(excel: Excel) -> None:
    """The current folder is all of Excel's; the next file dialog would open beside Python."""
    excel.app.add_module(FAILING_SHELL, name="FakeShell", kind="class")
    excel.click("check")
    *folders, told = excel.printed
    assert folders == [f"in {FOLDER}", "in C:\\before"]
    assert told.startswith("popup ")


def test_a_password_is_kept_until_forgotten(excel: Excel) -> None:
    excel.app.run("JixiaoMemory.JixiaoKeep", "甲.xlsx", "秘密")
    assert excel.app.run("JixiaoMemory.JixiaoRecall", "甲.xlsx") == "秘密"
    excel.app.run("JixiaoMemory.JixiaoKeep", "甲.xlsx", "")
    assert excel.app.run("JixiaoMemory.JixiaoRecall", "甲.xlsx") == ""
    assert excel.app.run("JixiaoMemory.JixiaoRecall", "乙.xlsx") == ""
