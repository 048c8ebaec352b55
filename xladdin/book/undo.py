"""What our last write found, kept so that it can be taken back: a spreadsheet forgets its own undo.

Every click in Excel is a process of its own, so the record is a file in the user's own folder, one
a workbook.
"""

import hashlib
import json
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from generator.workbook.package import save_atomically
from generator.workbook.sheet.address import Position, address, position
from xladdin.book.grid import Entry
from xladdin.log import user_folder

_KEPT_FOR = 7 * 24 * 3600
"""Seconds; older records are thrown away."""


@dataclass(frozen=True, slots=True)
class Undo:
    """The last write to a workbook: cells before and after it, rows as they were before."""

    action: str
    sheet: str
    before: Mapping[Position, Entry] = field(default_factory=dict)
    after: Mapping[Position, Entry] = field(default_factory=dict)
    hidden: Mapping[int, bool] = field(default_factory=dict)
    heights: Mapping[int, float] = field(default_factory=dict)
    marks: bool = False
    """Whether the write was the marks of a check."""


def keep(fullname: str, undo: Undo) -> None:
    """Keep the record of a write to the workbook of a path, in place of the one before."""
    path = _path(fullname)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _sweep(path.parent)
    save_atomically(json.dumps(_as_json(undo), ensure_ascii=False).encode(), path)


def recall(fullname: str) -> Undo | None:
    """Return the record of the last write, ``None`` where there is none."""
    try:
        return _from_json(json.loads(_path(fullname).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def forget(fullname: str) -> None:
    """Throw the record away."""
    _path(fullname).unlink(missing_ok=True)


def _path(fullname: str) -> Path:
    name = hashlib.sha256(fullname.encode()).hexdigest()[:24]
    return user_folder() / "undo" / f"{name}.json"


def _sweep(folder: Path) -> None:
    oldest = time.time() - _KEPT_FOR
    for path in folder.glob("*.json"):
        with suppress(OSError):
            if path.stat().st_mtime < oldest:
                path.unlink()


def _as_json(undo: Undo) -> dict[str, Any]:
    return {
        "action": undo.action,
        "sheet": undo.sheet,
        "before": {address(*at): asdict(entry) for at, entry in undo.before.items()},
        "after": {address(*at): asdict(entry) for at, entry in undo.after.items()},
        "hidden": undo.hidden,
        "heights": undo.heights,
        "marks": undo.marks,
    }


def _from_json(data: dict[str, Any]) -> Undo:
    return Undo(
        data["action"],
        data["sheet"],
        {position(at): Entry(**entry) for at, entry in data["before"].items()},
        {position(at): Entry(**entry) for at, entry in data["after"].items()},
        {int(row): bool(state) for row, state in data["hidden"].items()},
        {int(row): float(height) for row, height in data["heights"].items()},
        data["marks"],
    )
