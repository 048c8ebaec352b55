"""The finished add-in as the installer leaves it, and the commands its callbacks have run."""

import shlex
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.addin.finished import Excel
from tests.addin.machines import windows
from xladdin.builder import AddinSettings, read_settings
from xladdin.caller import decoded
from xladdin.installing import install


@dataclass(frozen=True)
class Command:
    """A command line caught where the add-in hands it to the system.

    RunPython itself still ran: what is stubbed is the system's shell below it.
    """

    interpreter: str
    switches: tuple[str, ...]
    code: str
    arguments: tuple[str, ...]

    @classmethod
    def of(cls, line: str) -> "Command":
        """Take a command line apart as Windows does: blanks part words, quotes hold them."""
        interpreter, *rest = shlex.split(line)
        at = rest.index("-c")
        return cls(interpreter, tuple(rest[:at]), rest[at + 1], tuple(rest[at + 2 :]))

    @property
    def workbook(self) -> str:
        """The name of the workbook it is about."""
        digits = next(each for each in self.arguments if each.startswith("--book="))
        return decoded(digits.removeprefix("--book="))


@cache
def installed() -> tuple[bytes, str]:
    """Return the add-in's file from a machine it was installed on, and that machine's Python."""
    with TemporaryDirectory() as folder:
        machine = windows(Path(folder))
        return install(machine).path.read_bytes(), str(machine.interpreter)


def installed_settings() -> AddinSettings:
    """Return what the installed add-in says of itself."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "jixiao.xlam"
        path.write_bytes(installed()[0])
        return read_settings(path)


def pressed(button_id: str, workbook: Path, folder: Path) -> Command:
    """Open a workbook in the interpreter beside the finished add-in and run the callback."""
    data, interpreter = installed()
    excel = Excel(folder, data)
    excel.app.open_workbook(workbook)
    excel.click(button_id)
    (line,) = excel.printed
    command = Command.of(line.removeprefix("run ").partition("|")[2])
    assert command.interpreter == interpreter
    assert command.switches == ("-E", "-P", "-B")
    assert command.workbook == workbook.name
    return command
