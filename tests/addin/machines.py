"""Machines made up of a folder and a dictionary."""

from dataclasses import dataclass, field
from pathlib import Path

from xladdin.installing.machine import System

EXCEL = "{00024500-0000-0000-C000-000000000046}"


@dataclass
class FakeMachine:
    folder: Path
    system: System = "windows"
    values: dict[tuple[str, str], str] = field(default_factory=dict)
    modules: set[str] = field(default_factory=lambda: {"win32com", "appscript", "psutil"})
    marks: set[Path] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.interpreter.parent.mkdir(parents=True, exist_ok=True)
        self.interpreter.touch()

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def roaming(self) -> Path:
        return self.home / "AppData" / "Roaming"

    @property
    def applications(self) -> Path:
        return self.folder / "Applications"

    @property
    def interpreter(self) -> Path:
        return self.folder / "环境" / "pythonw.exe"

    def registry(self, key: str, name: str = "") -> str | None:
        return self.values.get((key, name))

    def has_module(self, name: str) -> bool:
        return name in self.modules

    def marked(self, path: Path) -> bool:
        return path in self.marks


def windows(folder: Path, program: str = r"C:\Office16\EXCEL.EXE /automation") -> FakeMachine:
    """A machine with Excel, and nothing of ours yet."""
    server = rf"HKCR\CLSID\{EXCEL}\LocalServer32"
    registered = {(r"HKCR\Excel.Application\CLSID", ""): EXCEL, (server, ""): program}
    return FakeMachine(folder, values=registered)


def mac(folder: Path) -> FakeMachine:
    """A Mac with Excel, and nothing of ours yet."""
    machine = FakeMachine(folder, "macos")
    (machine.applications / "Microsoft Excel.app").mkdir(parents=True)
    return machine
