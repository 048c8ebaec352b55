"""Questions in Excel: alerts through xlwings, file dialogs of Excel itself on Windows, the system's
on macOS.
"""

import subprocess
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import xlwings as xw

from xladdin.asking.memory import ExcelMemory, PasswordAsker
from xladdin.asking.progress import tk_progress
from xladdin.contract import WORKBOOKS, Progress
from xladdin.wording import texts

_FOLDER_PICKER = 4
_TEXT = 2
"""Excel's numbers for the folder dialog (``msoFileDialogFolderPicker``) and typed text."""


class ExcelAsker(PasswordAsker):
    """What Excel does alike on every system."""

    def __init__(self, app: xw.App) -> None:
        super().__init__(ExcelMemory(app))
        self._app = app
        self._title = texts().click.title

    def message(self, text: str) -> None:
        """Show a text."""
        self._app.alert(text, self._title)

    def confirm(self, question: str) -> bool:
        """Ask yes or no."""
        return self._app.alert(question, self._title, buttons="yes_no") == "yes"

    def progress(self) -> AbstractContextManager[Progress]:
        """Show how far long work is in a window of Python's own, Excel being busy."""
        return tk_progress()


class WindowsAsker(ExcelAsker):
    """Excel on Windows."""

    @property
    def _excel(self) -> Any:
        return self._app.api

    def choose_file(self, prompt: str, endings: Sequence[str] = WORKBOOKS) -> Path | None:
        """Ask for an existing file."""
        patterns = ";".join(f"*.{ending}" for ending in endings)
        kinds = f"{texts().click.workbooks} ({patterns}),{patterns}"
        answer = self._excel.GetOpenFilename(kinds, 1, prompt)
        return Path(answer) if isinstance(answer, str) else None

    def choose_folder(self, prompt: str) -> Path | None:
        """Ask for an existing folder."""
        dialog = self._excel.FileDialog(_FOLDER_PICKER)
        dialog.Title = prompt
        return Path(dialog.SelectedItems(1)) if dialog.Show() else None

    def _ask_secret(self, prompt: str) -> str | None:
        answer = self._excel.InputBox(Prompt=prompt, Title=self._title, Type=_TEXT)
        return answer if isinstance(answer, str) else None


_FILE = """on run arguments
set endings to items 2 thru -1 of arguments
return POSIX path of (choose file with prompt (item 1 of arguments) of type endings)
end run"""
_FOLDER = """on run arguments
return POSIX path of (choose folder with prompt (item 1 of arguments))
end run"""
_SECRET = """on run arguments
set answer to display dialog (item 1 of arguments) default answer "" with hidden answer
return text returned of answer
end run"""


class MacAsker(ExcelAsker):
    """Excel on macOS."""

    def choose_file(self, prompt: str, endings: Sequence[str] = WORKBOOKS) -> Path | None:
        """Ask for an existing file."""
        answer = _answer(_FILE, prompt, *endings)
        return Path(answer) if answer else None

    def choose_folder(self, prompt: str) -> Path | None:
        """Ask for an existing folder."""
        answer = _answer(_FOLDER, prompt)
        return Path(answer) if answer else None

    def _ask_secret(self, prompt: str) -> str | None:
        return _answer(_SECRET, prompt)


def _answer(script: str, *arguments: str) -> str | None:
    """Run a script with arguments as data; ``None`` where the user declines."""
    command = ["osascript", "-e", script, *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return done.stdout.rstrip("\n") if done.returncode == 0 else None
