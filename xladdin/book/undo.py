"""What our last write found, kept to be taken back: after a program's write, Excel has no undo."""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct, field
from msgspec.structs import asdict

from generator.workbook.sheet.address import Position, address, position
from xladdin.book import own_files
from xladdin.book.grid import Entry

_KIND = "undo"


class Marking(StrEnum):
    """What a write did to the marks of a check."""

    NONE = "none"
    MADE = "made"
    CLEARED = "cleared"


class Undo(Struct, frozen=True):
    """The last write to a workbook: cells before and after it, rows as they were before."""

    action: str
    sheet: str
    before: Mapping[Position, Entry] = field(default_factory=dict)
    after: Mapping[Position, Entry] = field(default_factory=dict)
    hidden: Mapping[int, bool] = field(default_factory=dict)
    heights: Mapping[int, float] = field(default_factory=dict)
    marking: Marking = Marking.NONE


def keep(fullname: str, undo: Undo) -> None:
    """Keep the record of a write to the workbook of a path, in place of the one before."""
    own_files.write(_KIND, fullname, json.dumps(_as_json(undo)))


def recall(fullname: str) -> Undo | None:
    """Return the record of the last write, ``None`` where there is none."""
    text = own_files.read(_KIND, fullname)
    try:
        return None if text is None else _from_json(json.loads(text))
    except (ValueError, KeyError, TypeError):
        return None


def forget(fullname: str) -> None:
    """Throw the record away."""
    own_files.forget(_KIND, fullname)


def _as_json(undo: Undo) -> dict[str, Any]:
    return {
        "action": undo.action,
        "sheet": undo.sheet,
        "before": {address(*at): asdict(entry) for at, entry in undo.before.items()},
        "after": {address(*at): asdict(entry) for at, entry in undo.after.items()},
        "hidden": undo.hidden,
        "heights": undo.heights,
        "marking": undo.marking,
    }


def _from_json(data: dict[str, Any]) -> Undo:
    return Undo(
        data["action"],
        data["sheet"],
        {position(at): Entry(**entry) for at, entry in data["before"].items()},
        {position(at): Entry(**entry) for at, entry in data["after"].items()},
        {int(row): bool(state) for row, state in data["hidden"].items()},
        {int(row): float(height) for row, height in data["heights"].items()},
        Marking(data["marking"]),
    )
