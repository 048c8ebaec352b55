"""校验: the findings of the engine, shown at their cells and on a sheet of their own."""

import xlwings as xw

from generator.batch.outcome import Located
from generator.forms.findings import Severity
from generator.workbook.sheet.address import Position, position
from xladdin.actions.result_sheet import counts, read_marks, result_of, write_result
from xladdin.actions.selection import following, go_to
from xladdin.book import undo
from xladdin.book.current import Current, current
from xladdin.book.guard import calm, unprotected
from xladdin.book.marks import Mark, changing, forget, keep, recall, taken_off
from xladdin.book.native import Look
from xladdin.book.undo import Marking
from xladdin.book.wording import refusal, say
from xladdin.contract import Asker, Outcome

COLOURS = {
    Severity.ERROR: (255, 150, 150),
    Severity.WARNING: (255, 204, 102),
    Severity.INFO: (189, 215, 238),
}
_LONGEST_NOTE = 1_000
_CHECK, _CLEAR = "校验本表", "清除标记"

AtCell = dict[Position, list[Located]]


def check(book: xw.Book, asker: Asker) -> Outcome:
    """Mark every cell with a finding and list all findings on the sheet 校验结果."""
    form = current(book)
    there = result_of(form)
    with calm(form.app), unprotected(form.sheet, asker, form.program) as is_open:
        undo.keep(form.fullname, undo.Undo(_CHECK, form.places.sheet, marking=Marking.MADE))
        if is_open:
            _mark_anew(form, there, asker)
        else:
            write_result(form, there, _marks(form, there), asker)
    return Outcome(counts(form) + say("marked" if is_open else "not_marked"), changed=True)


def _mark_anew(form: Current, there: xw.Sheet | None, asker: Asker) -> None:
    """Take earlier marks off and make new ones; each is on record before it is made."""
    found, earlier = at_cells(form), _marks(form, there)
    seen = form.program.looks(form.sheet, {*found, *earlier})
    plain = taken_off(earlier, seen)
    form.program.dress(form.sheet, changing(plain, seen))
    marks = {at: _mark(found[at], plain[at]) for at in found}
    keep(form.fullname, marks)
    write_result(form, there, marks, asker)
    form.program.dress(form.sheet, {at: mark.look for at, mark in marks.items()})


def next_finding(book: xw.Book, asker: Asker) -> Outcome:
    """Bring the user to the next cell with a finding and say what it is."""
    form = current(book)
    found = at_cells(form)
    if not found:
        return Outcome(say("nothing_found"))
    cell = following(form, found)
    go_to(form, cell)
    return Outcome("\n".join(_described(each) for each in found[cell]))


def clear_marks(book: xw.Book, asker: Asker) -> Outcome:
    """Take the marks off and the sheet 校验结果 away; what people did to a cell since stays."""
    form = current(book)
    there = result_of(form)
    marks = _marks(form, there)
    if not marks and there is None:
        return Outcome(say("nothing_marked"))
    with calm(form.app), unprotected(form.sheet, asker, form.program) as is_open:
        if marks and not is_open:
            raise refusal("marks_locked")
        seen = form.program.looks(form.sheet, marks)
        form.program.dress(form.sheet, changing(taken_off(marks, seen), seen))
        if there is not None:
            there.delete()
    undo.keep(form.fullname, undo.Undo(_CLEAR, form.places.sheet, marking=Marking.CLEARED))
    forget(form.fullname)
    return Outcome(say("marks_cleared", count=len(marks)), changed=True)


def _marks(form: Current, there: xw.Sheet | None) -> dict[Position, Mark]:
    """Return the marks of the last check: those of the workbook go before those on record here."""
    own = {} if there is None else read_marks(there)
    return recall(form.fullname) | own


def at_cells(form: Current) -> AtCell:
    """Return the findings that stand at a cell of the form, by cell."""
    found: AtCell = {}
    for each in form.outcome.findings:
        if each.cell is not None and each.sheet == form.places.sheet:
            found.setdefault(position(each.cell), []).append(each)
    return found


def _mark(found: list[Located], before: Look) -> Mark:
    gravest = min((each.finding.severity for each in found), key=lambda one: one.rank)
    return Mark(before, COLOURS[gravest], "\n".join(map(_described, found))[:_LONGEST_NOTE])


def _described(each: Located) -> str:
    """Return what is wrong, what is expected and the remedy, in one paragraph."""
    finding = each.finding
    text = f"【{finding.severity.chinese}】{finding.message}"
    if finding.expected:
        text += say("expected", expected=finding.expected)
    if finding.explanation:
        text += say("explanation", explanation=finding.explanation)
    return text
