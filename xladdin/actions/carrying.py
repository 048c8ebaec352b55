"""从申报表带入: what was declared goes into the self-evaluation; nothing already typed is lost."""

from pathlib import Path

import xlwings as xw
from msgspec import Struct, field

from generator.forms.fields import get, scalar_fields
from generator.forms.models import EvaluatedIndicator, SelfEvaluationForm, TargetForm
from generator.workbook.carry import carry
from generator.workbook.package import Limits
from generator.workbook.reader import read_workbook_form
from generator.workbook.rejection import Rejected
from xladdin.book.change import Change
from xladdin.book.current import Current, current
from xladdin.book.groups import RowGroup, row_groups
from xladdin.book.wording import refusal, say
from xladdin.book.writes import entry_of
from xladdin.contract import Asker, Outcome, Refused

_BROUGHT = ("name", "target", "weight")
_OF_THE_LAYOUT = ("title", "money_unit")
"""What a form has from its layout, not from the project."""


class _Carried(Struct):
    """What is brought in: the change, and how much of it was head, indicators, kept, left out."""

    change: Change
    head: int = 0
    indicators: int = 0
    kept: int = 0
    left_out: list[str] = field(default_factory=list)


def carry_in(book: xw.Book, asker: Asker) -> Outcome:
    """Bring a target form's head, goal, money and indicators into the open self-evaluation."""
    form = current(book)
    if not isinstance(form.form, SelfEvaluationForm):
        raise refusal("carry_into_evaluation")
    path = asker.choose_file(say("choose_target"))
    if path is None:
        return Outcome("")
    carried = _Carried(Change("从申报表带入"))
    declared = _declared(path, form)
    _bring_head(form, declared, carried)
    _bring_indicators(form, declared.indicators, carried)
    if carried.change.is_nothing:
        return Outcome(say("nothing_to_carry"))
    carried.change.perform(form, asker)
    return Outcome(carried.change.said(_message(carried)), changed=True)


def _declared(path: Path, form: Current) -> SelfEvaluationForm:
    """Return the chosen target form as a self-evaluation of the open form's layout."""
    try:
        found = read_workbook_form(path, Limits()).form
        if not isinstance(found, TargetForm):
            raise refusal("not_a_target")
        return carry(found, form.layout)
    except Rejected as refused:
        raise Refused(refused.rejection.message) from None
    except (OSError, ValueError):
        raise refusal("target_unreadable", name=path.name) from None


def _bring_head(form: Current, declared: SelfEvaluationForm, carried: _Carried) -> None:
    for path in scalar_fields(SelfEvaluationForm):
        value, place = get(declared, path), form.place(path)
        if value is None or place is None or path in (*form.layout.computed, *_OF_THE_LAYOUT):
            continue
        if form.entry(place).is_blank:
            carried.change.entries[place] = entry_of(value)
            carried.head += 1
        elif get(form.form, path) != value:
            carried.kept += 1


def _bring_indicators(form: Current, declared: list[EvaluatedIndicator], carried: _Carried) -> None:
    groups = {(group.level1, group.level2): group for group in reversed(row_groups(form))}
    spare = {names: iter(group.spare) for names, group in groups.items()}
    for row in declared:
        names = row.level1, row.level2
        group = groups.get(names)
        at = None if group is None else _row_of(form, group, row.name) or next(spare[names], None)
        if at is None:
            carried.left_out.append(row.name or "")
        else:
            _bring_row(form, row, at, carried)


def _row_of(form: Current, group: RowGroup, name: str | None) -> int | None:
    """Return the row in which a group has an indicator of that name."""
    column = form.places.columns["name"]
    wanted = "".join((name or "").split())
    texts = ((row, str(form.entry((row, column)).value or "")) for row in group.used)
    return next((row for row, text in texts if "".join(text.split()) == wanted), None)


def _bring_row(form: Current, row: EvaluatedIndicator, at: int, carried: _Carried) -> None:
    brought = False
    for name in _BROUGHT:
        value = getattr(row, name)
        if value is None or name not in form.places.columns:
            continue
        place = at, form.places.columns[name]
        if form.entry(place).is_blank:
            carried.change.entries[place] = entry_of(value)
            brought = True
        elif form.entry(place) != entry_of(value):
            carried.kept += 1
    if brought:
        carried.indicators += 1
        carried.change.shown.add(at)


def _message(carried: _Carried) -> str:
    text = say("carried", head=carried.head, indicators=carried.indicators)
    if carried.kept:
        text += say("carried_kept", count=carried.kept)
    if carried.left_out:
        text += say("carried_left_out", names="、".join(carried.left_out))
    return text
