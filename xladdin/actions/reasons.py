"""偏差原因: prompts where a reason is due, and the way from one to the next."""

import xlwings as xw

from generator.forms.models import SelfEvaluationForm
from generator.forms.prompt_text import begins_with_prompt
from generator.forms.prompts import prompts_for, refresh
from generator.workbook.recalculate import facts_of
from xladdin.actions.selection import following, go_to
from xladdin.book.change import Change
from xladdin.book.current import Current, current
from xladdin.book.wording import refusal, say
from xladdin.book.writes import entry_of
from xladdin.contract import Asker, Outcome


def write_prompts(book: xw.Book, asker: Asker) -> Outcome:
    """Write, refresh and take away prompts; a person's words are never touched."""
    form = _evaluation(book)
    change = Change("填写原因提示")
    written = removed = 0
    for each in refresh(form.done.form, form.done.profile, facts_of(form.layout)):
        place = form.place(each.field)
        if place is None:
            continue
        change.entries[place] = entry_of(each.new)
        written += begins_with_prompt(each.new)
        removed += each.new is None
    if change.is_nothing:
        return Outcome(say("no_prompts"))
    change.perform(form, asker)
    message = say("prompts_written", written=written, removed=removed)
    return Outcome(change.said(message), changed=True)


def next_reason(book: xw.Book, asker: Asker) -> Outcome:
    """Bring the user to the next cell in which a reason is due."""
    form = _evaluation(book)
    due = prompts_for(form.done.form, form.done.profile, facts_of(form.layout))
    cells = {place for prompt in due if (place := form.place(prompt.field)) is not None}
    if not cells:
        return Outcome(say("no_reasons_due"))
    cell = following(form, cells)
    go_to(form, cell)
    return Outcome(say("reasons_due", count=len(cells)))


def _evaluation(book: xw.Book) -> Current:
    form = current(book)
    if not isinstance(form.form, SelfEvaluationForm):
        raise refusal("no_reasons")
    return form
