"""帮助: the rules in force, taking back our last write, what this is and whether it is well."""

from collections.abc import Iterator
from typing import Any

import xlwings as xw

from generator import __version__
from generator.forms.catalogue import catalogue
from generator.forms.profiles import Cited, Profile
from xladdin.actions.checking import check, clear_marks
from xladdin.book import undo as records
from xladdin.book.current import current
from xladdin.book.undo import take_back
from xladdin.book.wording import say
from xladdin.contract import Asker, Outcome
from xladdin.installing import ThisMachine, Unsupported, examine

_MARKED_AGAIN = {records.Marking.MADE: clear_marks, records.Marking.CLEARED: check}
"""What takes marking back: marks that were cleared are made anew, as the form is now."""


def rules(book: xw.Book, asker: Asker) -> Outcome:
    """Name the scoring rules in force for this form, each with its source."""
    form = current(book)
    profile = form.done.profile
    lines = [say("rules_title", layout=form.layout.name, profile=profile.name, title=profile.title)]
    lines += _scoring(profile)
    return Outcome("\n".join([*lines, say("rules_more", count=len(catalogue()))]))


def undo(book: xw.Book, asker: Asker) -> Outcome:
    """Give the cells of our last write what they held before it."""
    fullname = book.fullname
    record = records.recall(fullname)
    if record is None:
        return Outcome(say("nothing_to_undo"))
    if record.marking is records.Marking.NONE:
        return take_back(book, asker, record)
    done = _MARKED_AGAIN[record.marking](book, asker)
    records.forget(fullname)
    return Outcome(say("undone", action=record.action) + done.message, changed=True)


def doctor(book: xw.Book, asker: Asker) -> Outcome:
    """Say what is wrong with the installation."""
    try:
        complaints = examine(ThisMachine())
    except Unsupported:
        return Outcome(say("no_excel_here", engine=book.app.engine.name))
    if not complaints:
        return Outcome(say("healthy"))
    return Outcome("\n".join(f"{each.what}{each.remedy}" for each in complaints))


def about(book: xw.Book, asker: Asker) -> Outcome:
    """Say what this is."""
    return Outcome(say("about", version=__version__))


def _scoring(profile: Profile) -> Iterator[str]:
    execution = profile.execution
    yield _cited("rule_execution", execution.weight)
    for band in profile.grades:
        yield say("rule_grade", name=band.name, value=band.at_least.value) + _source(band.at_least)
    yield _cited("rule_inverse_" + profile.inverse_method.value, profile.inverse_method)
    yield _cited("rule_over", profile.over_achievement.threshold)
    yield _cited("rule_reason_below", execution.reason_below)


def _cited(key: str, cited: Cited[Any]) -> str:
    return say(key, value=cited.value) + _source(cited)


def _source(cited: Cited[Any]) -> str:
    return say("source", reference=cited.reference)
