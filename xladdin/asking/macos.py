"""Questions in Excel on macOS, whose own dialogs cannot be reached: the system asks instead."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from xladdin.asking.excel import ExcelAsker
from xladdin.contract import WORKBOOKS

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
