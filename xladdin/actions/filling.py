"""填报: rows shown and put away, moved and cleared, as high as their text."""

import xlwings as xw

from generator.workbook.formulas.computed import score_formula
from generator.workbook.issued.stored import IssuedIndicator, squeezed, stored_record
from generator.workbook.sheet.address import Position
from xladdin.actions.carrying import carry_in
from xladdin.actions.fitting import fitting_heights
from xladdin.actions.selection import go_to, selected_indicator, selected_row
from xladdin.book.change import Change
from xladdin.book.current import Current, current
from xladdin.book.grid import BLANK, Entry
from xladdin.book.groups import group_of, row_groups
from xladdin.book.wording import refusal, say
from xladdin.contract import Asker, Outcome

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


__all__ = [
    "carry_in",
    "clear_row",
    "fit_heights",
    "hide_rows",
    "move_down",
    "move_up",
    "show_rows",
]

_SHOWN_AT_ONCE = 3


def show_rows(book: xw.Book, asker: Asker) -> Outcome:
    """Show the next spare rows of the group the user stands in."""
    form = current(book)
    group = group_of(form, selected_row(form))
    hidden = form.program.hidden_rows(form.sheet, group.rows) if group else set()
    if not hidden:
        raise refusal("no_spare_rows")
    change = Change("显示更多行", shown=set(sorted(hidden)[:_SHOWN_AT_ONCE]))
    change.perform(form, asker)
    left = len(hidden) - len(change.shown)
    return Outcome(say("rows_shown", count=len(change.shown), left=left), changed=True)


def hide_rows(book: xw.Book, asker: Asker) -> Outcome:
    """Hide the blank rows of every group but the first of a group that has no others."""
    form = current(book)
    block = range(form.places.first_row, form.places.last_row + 1)
    hidden = form.program.hidden_rows(form.sheet, block)
    blank = {row for group in row_groups(form) for row in group.spare[0 if group.used else 1 :]}
    change = Change("收起空行", hidden=blank - hidden)
    if change.is_nothing:
        return Outcome(say("nothing_to_hide"))
    change.perform(form, asker)
    return Outcome(say("rows_hidden", count=len(change.hidden)), changed=True)


def move_up(book: xw.Book, asker: Asker) -> Outcome:
    """Change places with the indicator above in the same group."""
    return _move(book, asker, -1, "上移")


def move_down(book: xw.Book, asker: Asker) -> Outcome:
    """Change places with the indicator below in the same group."""
    return _move(book, asker, 1, "下移")


def _move(book: xw.Book, asker: Asker, step: int, action: str) -> Outcome:
    form = current(book)
    row = form.places.rows[selected_indicator(form)]
    other = _neighbour(form, row, step)
    change = Change(action, swapped(form, row, other))
    if change.is_nothing:
        return Outcome(say("rows_alike"))
    change.perform(form, asker)
    go_to(form, (other, form.places.columns["name"]))
    return Outcome(change.said(say("row_moved", action=action, row=other)), changed=True)


def _neighbour(form: Current, row: int, step: int) -> int:
    group = group_of(form, row)
    used = list(group.used) if group else [row]
    position = used.index(row) + step
    if not 0 <= position < len(used):
        raise refusal("first_of_group" if step < 0 else "last_of_group")
    return used[position]


def clear_row(book: xw.Book, asker: Asker) -> Outcome:
    """Clear what was entered in the row the user stands in."""
    form = current(book)
    change = Change("清空本行", cleared(form, selected_row(form)))
    if change.is_nothing:
        return Outcome(say("row_is_blank"))
    change.perform(form, asker)
    return Outcome(change.said(say("row_cleared", count=len(change.entries))), changed=True)


def fit_heights(book: xw.Book, asker: Asker) -> Outcome:
    """Make every visible row as high as its text."""
    form = current(book)
    change = Change("行高适应文字", heights=fitting_heights(form))
    if change.is_nothing:
        return Outcome(say("heights_fit"))
    change.perform(form, asker)
    return Outcome(say("heights_set", count=len(change.heights)), changed=True)
