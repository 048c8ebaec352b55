"""One row of a project list read by itself: every entry a value, or a problem with its place."""

from typing import Any

from msgspec import Struct

from generator.batch.project_list.columns import Column, Kind
from generator.batch.project_list.entries import Unreadable, parse
from generator.batch.project_list.problems import ListProblem, problem
from generator.batch.project_list.table import Entry, Table, TableRow


class ReadRow(Struct, frozen=True):
    """The values of one row by key; an entry that is blank or cannot be read has none.

    ``faulty`` names the keys that could not be read.
    """

    source: TableRow
    values: dict[str, Any]
    faulty: frozenset[str]


def read_rows(table: Table) -> tuple[list[ReadRow], list[ListProblem]]:
    """Return the rows of a table and everything that is wrong in their cells."""
    columns = [each for each in table.sheet.known if each.key in table.header.columns]
    rows: list[ReadRow] = []
    problems: list[ListProblem] = []
    for source in table.rows():
        outcomes = {each.key: _read(source.entries[each.key], each) for each in columns}
        faults = {key: each for key, each in outcomes.items() if isinstance(each, Unreadable)}
        values = {
            key: each
            for key, each in outcomes.items()
            if each is not None and not isinstance(each, Unreadable)
        }
        rows.append(ReadRow(source, values, frozenset(faults)))
        problems += [_problem(source, key, fault) for key, fault in faults.items()]
    return rows, problems


def _read(entry: Entry, column: Column) -> Any:
    """Return the value of an entry, ``None`` where it is blank, or why it is none."""
    if entry.is_uncalculated:
        return Unreadable("LIST-FORMULA")
    if entry.cell is not None and entry.cell.kind == "error":
        return Unreadable("LIST-CELL-ERROR", {"written": entry.text})
    value: Any = None if entry.is_blank else parse(column.kind, entry.text or "")
    if value is None and column.required:
        return Unreadable("LIST-REQUIRED")
    if column.kind in (Kind.NAME, Kind.TEXT) and len(value or "") > column.longest:
        return Unreadable("LIST-LENGTH", {"length": len(value), "limit": column.longest})
    return value


def _problem(source: TableRow, key: str, fault: Unreadable) -> ListProblem:
    return problem(fault.code, source.place(key), **fault.values)
