"""校验: the findings of the engine, shown at their cells and on a sheet of their own."""

import xlwings as xw

from generator.batch.outcome import Located
from generator.forms.findings import Severity
from generator.workbook.sheet.address import Position, position
from xladdin.actions.result_sheet import has_result, read_marks, remove_result, write_result
from xladdin.actions.selection import following, go_to
from xladdin.book import undo
from xladdin.book.calm import calm
from xladdin.book.current import Current, current
from xladdin.book.guard import unprotected
from xladdin.book.marks import dress
from xladdin.book.native import Look
from xladdin.book.wording import refusal, say
from xladdin.contract import Asker, Outcome

COLOURS = {
    Severity.ERROR: (255, 150, 150),
    Severity.WARNING: (255, 204, 102),
    Severity.INFO: (189, 215, 238),
}
_LONGEST_NOTE = 1_000

AtCell = dict[Position, list[Located]]


def check(book: xw.Book, asker: Asker) -> Outcome:
    """Mark every cell with a finding and list all findings on the sheet 校验结果."""
    form = current(book)
    found = at_cells(form)
    earlier = read_marks(book) if has_result(form.sheet_names) else {}
    with calm(form.app), unprotected(form.sheet, asker, form.program) as is_open:
        before = form.program.looks(form.sheet, found) if is_open else {}
        before |= earlier
        undo.keep(form.fullname, undo.Undo("校验本表", form.places.sheet, marks=True))
        write_result(form, before)
        if is_open:
            marked = {at: _marked(found[at], before[at]) for at in found}
            dress(form.sheet, before | marked, form.program)
        if not has_result(form.sheet_names):
            form.sheet.activate()
    return Outcome(_counts(form) + say("marked" if is_open else "not_marked"), changed=True)


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
    """Give marked cells the look they had, and take the sheet 校验结果 away."""
    form = current(book)
    if not has_result(form.sheet_names):
        return Outcome(say("nothing_marked"))
    before = read_marks(book)
    with calm(form.app), unprotected(form.sheet, asker, form.program) as is_open:
        if before and not is_open:
            raise refusal("marks_locked")
        dress(form.sheet, before, form.program)
        remove_result(book, form.app)
    undo.forget(form.fullname)
    return Outcome(say("marks_cleared", count=len(before)), changed=True)


def at_cells(form: Current) -> AtCell:
    """Return the findings that stand at a cell of the form, by cell."""
    found: AtCell = {}
    for each in form.outcome.findings:
        if each.cell is not None and each.sheet == form.places.sheet:
            found.setdefault(position(each.cell), []).append(each)
    return found


def _marked(found: list[Located], before: Look) -> Look:
    """Return the look of a cell with findings; a person's own note stays above ours."""
    gravest = min((each.finding.severity for each in found), key=lambda one: one.rank)
    texts = [*([before.note] if before.note else []), *map(_described, found)]
    return Look(COLOURS[gravest], "\n".join(texts)[:_LONGEST_NOTE])


def _described(each: Located) -> str:
    """Return what is wrong, what is expected and the remedy, in one paragraph."""
    finding = each.finding
    text = f"【{finding.severity.chinese}】{finding.message}"
    if finding.expected:
        text += say("expected", expected=finding.expected)
    if finding.explanation:
        text += say("explanation", explanation=finding.explanation)
    return text


def _counts(form: Current) -> str:
    outcome = form.outcome
    return say(
        "found",
        errors=outcome.count(Severity.ERROR),
        warnings=outcome.count(Severity.WARNING),
        infos=outcome.count(Severity.INFO),
    )
