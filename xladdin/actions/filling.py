"""填报: rows shown and put away, moved and cleared, as high as their text."""

import xlwings as xw

from xladdin.actions.carrying import carry_in
from xladdin.actions.fitting import fitting_heights
from xladdin.actions.row_content import cleared, swapped
from xladdin.actions.selection import go_to, selected_indicator, selected_row
from xladdin.book.change import Change
from xladdin.book.current import Current, current
from xladdin.book.groups import group_of, row_groups
from xladdin.book.wording import refusal, say
from xladdin.contract import Asker, Outcome

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
