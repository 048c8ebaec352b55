"""Files in the user's own folder that go with one workbook: found by its path, swept when old.

Every click in Excel is a process of its own; what the next one has to know lies here.
"""

import hashlib
import time
from contextlib import suppress
from pathlib import Path

from generator.user_folder import user_folder
from generator.workbook.package import save_atomically

_KEPT_FOR = 7 * 24 * 3600
"""Seconds; older files are thrown away."""


def write(kind: str, fullname: str, text: str) -> None:
    """Keep a text of a kind for the workbook of a path, in place of the one before."""
    path = _path(kind, fullname)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _sweep(path.parent)
    save_atomically(text.encode(), path)


def read(kind: str, fullname: str) -> str | None:
    """Return what is kept, ``None`` where nothing is (any more)."""
    try:
        return _path(kind, fullname).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None


def forget(kind: str, fullname: str) -> None:
    """Throw away what is kept."""
    _path(kind, fullname).unlink(missing_ok=True)


def _path(kind: str, fullname: str) -> Path:
    name = hashlib.sha256(fullname.encode()).hexdigest()[:24]
    return user_folder() / kind / f"{name}.json"


def _sweep(folder: Path) -> None:
    oldest = time.time() - _KEPT_FOR
    for path in folder.glob("*.json"):
        with suppress(OSError):
            if path.stat().st_mtime < oldest:
                path.unlink()
