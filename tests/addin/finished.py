"""The finished add-in, built once, and its VBA in an interpreter."""

import io
import zipfile
from functools import cache
from pathlib import Path

from pyopenvba.apps.excel import ExcelApplication

from xladdin.builder import AddinSettings, build_addin

INTERPRETER = r"C:\Program Files\绩效\pythonw.exe"

_SHELL = """Public CurrentDirectory As String
Public Function Run(ByVal line As String, ByVal style As Long, ByVal waits As Boolean) As Long
    Debug.Print "run " & CurrentDirectory & "|" & line
End Function
Public Sub Popup(text As String, seconds As Long, title As String, kind As Long)
    Debug.Print "popup " & text
End Sub
"""
_CONTROL = "Public ID As String\n"
_CLICK = """Sub Click(name As String)
    Dim control As New FakeControl
    control.ID = name
    OnJixiaoButton control
End Sub
"""


@cache
def addin() -> bytes:
    return build_addin(AddinSettings(interpreter=INTERPRETER))


def parts(data: bytes | None = None) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data or addin())) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


class Excel:
    """An interpreter that has loaded the finished add-in; only what the system gives is faked.

    ``printed`` holds what the faked ``WScript.Shell`` was told, a line each.
    """

    def __init__(self, folder: Path, data: bytes | None = None) -> None:
        path = folder / "jixiao.xlam"
        path.write_bytes(data or addin())
        self.app = ExcelApplication.open(path, with_vba=False)
        for name, source in sources(path).items():
            self.app.add_module(source, name=name)
        for name, source in {"FakeShell": _SHELL, "FakeControl": _CONTROL}.items():
            self.app.add_module(source, name=name, kind="class")
        self.app.add_module(_CLICK, name="Driver")

    def click(self, button_id: str) -> None:
        self.app.run("Driver.Click", button_id)

    @property
    def printed(self) -> list[str]:
        return [str(line) for line in self.app.console]


def sources(path: Path) -> dict[str, str]:
    """Return the modules' sources, with the two things the interpreter has not put in place."""
    from pyopenvba import ExcelFile

    with ExcelFile(path) as book:
        found = {m.name: m.source for m in book.vba_project().modules if m.name[:6] == "Jixiao"}
    return {
        name: source.replace('CreateObject("WScript.Shell")', "(New FakeShell)")
        .replace("Application.Hwnd", "4711")
        .replace("TypeName(Application.Caller)", '"Error"')
        for name, source in found.items()
    }
