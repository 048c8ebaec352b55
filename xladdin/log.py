"""The log in the user's own folder: where tracebacks go, which no user has to see."""

import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from generator.user_folder import user_folder

_MOST = 500_000
"""Bytes; a longer log begins anew."""


def log_file() -> Path:
    """Return where the log lies."""
    return user_folder() / "addin.log"


def record(doing: str, error: BaseException) -> None:
    """Add an error with its traceback; a log that cannot be written is done without."""
    lines = "".join(traceback.format_exception(error))
    with suppress(OSError):
        path = log_file()
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        mode = "w" if path.exists() and path.stat().st_size > _MOST else "a"
        with path.open(mode, encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{datetime.now().astimezone().isoformat()} {doing}\n{lines}\n")
