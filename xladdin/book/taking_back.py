"""Taking back our last write, but not what somebody typed since."""

import xlwings as xw

from generator.workbook.issued.formula_texts import same_formula
from xladdin.book import undo
from xladdin.book.calm import calm
from xladdin.book.grid import Entry
from xladdin.book.guard import unprotected
from xladdin.book.native import Program, program_of
from xladdin.book.wording import refusal, say
from xladdin.contract import Asker, Outcome


def take_back(book: xw.Book, asker: Asker, record: undo.Undo) -> Outcome:
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
    undo.forget(book.fullname)
    kept = len(record.after) - len(untouched) + len(refused)
    message = say("undone", action=record.action)
    return Outcome(message + (say("typed_since", count=kept) if kept else ""), changed=True)


def _untouched(program: Program, sheet: xw.Sheet, record: undo.Undo) -> list[tuple[int, int]]:
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
