"""What changes in the cells of indicator rows that are moved or cleared."""

from generator.workbook.formulas.computed import score_formula
from generator.workbook.issued.stored import IssuedIndicator, squeezed, stored_record
from generator.workbook.sheet.address import Position
from xladdin.book.current import Current
from xladdin.book.grid import BLANK, Entry
from xladdin.book.wording import refusal

_LEVELS = ("level1", "level2")

Entries = dict[Position, Entry]


def locked_columns(form: Current, row: int) -> tuple[str, ...]:
    """Return the columns of a row that were issued filled in, and so are not the user's."""
    record = stored_record(form.reading.issued.record) if form.reading.issued.record else None
    rows = () if record is None else record.indicators
    return next((each.locked for each in rows if _stands_in(form, each, row)), ())


def _stands_in(form: Current, issued: IssuedIndicator, row: int) -> bool:
    """Tell whether an issued indicator is the one of a row; early records know names only."""
    if issued.row is not None:
        return issued.row == row
    name = form.entry((row, form.places.columns["name"])).value
    return issued.name is not None and squeezed(issued.name) == squeezed(str(name or ""))


def swapped(form: Current, row: int, other: int) -> Entries:
    """Return the entries that make two indicators change places.

    Raises ``Refused`` where one of them was issued by the office: its place is not the user's.
    """
    if locked_columns(form, row) or locked_columns(form, other):
        raise refusal("issued_row")
    entries: Entries = {}
    for name, column in _own(form):
        here, there = form.entry((row, column)), form.entry((other, column))
        entries[row, column] = _moved(form, name, there, row)
        entries[other, column] = _moved(form, name, here, other)
    return _changing(form, entries)


def cleared(form: Current, row: int) -> Entries:
    """Return the entries that clear a row but for what was issued; the score's formula comes back.

    A level name stays: it belongs to the group.
    """
    locked = locked_columns(form, row)
    entries = {
        (row, column): _moved(form, name, BLANK, row)
        for name, column in _own(form)
        if name not in locked
    }
    return _changing(form, entries)


def _own(form: Current) -> list[tuple[str, int]]:
    return [(name, column) for name, column in form.places.columns.items() if name not in _LEVELS]


def _moved(form: Current, name: str, entry: Entry, row: int) -> Entry:
    """Return what arrives in a row; a score nobody gave is the formula of that row."""
    if name != "score" or not form.places.helpers:
        return entry
    is_open = entry.is_blank or entry.formula is not None
    return Entry(None, score_formula(form.places, row)) if is_open else entry


def _changing(form: Current, entries: Entries) -> Entries:
    """Leave out the cells that hold what they are to hold."""
    return {at: entry for at, entry in entries.items() if not _same(form.entry(at), entry)}


def _same(one: Entry, other: Entry) -> bool:
    if one.formula or other.formula:
        return bool(one.formula) and bool(other.formula)
    return one.value == other.value
