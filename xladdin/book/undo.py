"""What our last write found, and taking it back (but not what somebody typed since): after a
program's write, Excel has no undo.
"""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import xlwings as xw
from msgspec import Struct, field
from msgspec.structs import asdict

from generator.workbook.issued.formulas import same_formula
from generator.workbook.sheet.address import Position, address, position
from xladdin.book import own_files
from xladdin.book.grid import Entry
from xladdin.book.guard import calm, unprotected
from xladdin.book.native import Program, program_of
from xladdin.book.wording import refusal, say
from xladdin.contract import Asker, Outcome

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


def take_back(book: xw.Book, asker: Asker, record: Undo) -> Outcome:
    """Give cells and rows what they had; cells typed into since keep what was typed."""
    program = program_of(book)
    sheet = program.sheet(record.sheet)
    if sheet is None:
        raise refusal("moved")
    untouched = _untouched(program, sheet, record)
    entries = {at: record.before[at] for at in untouched}
    with calm(program.app), unprotected(sheet, asker, program) as is_open:
        refused = program.write(sheet, entries, locked_too=is_open)
        for state in (True, False):
            rows = [row for row, was in record.hidden.items() if was is state]
            program.hide(sheet, rows, hidden=state)
        program.set_heights(sheet, record.heights)
    forget(book.fullname)
    kept = len(record.after) - len(untouched) + len(refused)
    message = say("undone", action=record.action)
    return Outcome(message + (say("typed_since", count=kept) if kept else ""), changed=True)


def _untouched(program: Program, sheet: xw.Sheet, record: Undo) -> list[tuple[int, int]]:
    """Return the cells that still hold what we wrote."""
    if not record.after:
        return []
    corner = max(row for row, _ in record.after), max(column for _, column in record.after)
    grid = program.grid(sheet, *corner)
    return [at for at, entry in record.after.items() if _is_ours(grid.at(at), entry)]


def _is_ours(found: Entry, written: Entry) -> bool:
    if written.formula is not None or found.formula is not None:
        return same_formula(written.formula or "", found.formula or "")
    return (found.value or None) == (written.value or None) or str(found.value) == written.value
