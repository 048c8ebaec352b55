"""One form into one workbook."""

import io
from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct
from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.models import Form, SelfEvaluationForm
from generator.forms.profiles import Profile, load_profile
from generator.workbook.formulas import grammar
from generator.workbook.formulas.evaluate import Evaluation
from generator.workbook.hidden import HiddenList, draw_hidden, hidden_lists
from generator.workbook.issued.record import IssueNumber, IssueRecord, issue_record
from generator.workbook.layout import Layout, load_layout
from generator.workbook.moment import issue_moment
from generator.workbook.names import HELPER_PREFIX, HIDDEN_SHEET, column_name, field_name, quoted
from generator.workbook.plan.draw import draw_plan
from generator.workbook.plan.plan import Issue, Plan
from generator.workbook.seal import Seal, record_edits
from generator.workbook.sheet.address import letters
from generator.workbook.writer.finish import entries, finish
from generator.workbook.writer.instructions import SHEET as INSTRUCTIONS
from generator.workbook.writer.instructions import draw_instructions
from generator.workbook.writer.sheet import draw_sheet, give_helpers, protect
from generator.workbook.writer.styles import StyleBook
from generator.workbook.writer.validations import add_validations, add_warnings


class FormOptions(Struct, frozen=True):
    """How a form is written.

    ``as_printed``: computed cells hold the form's own figures as typed values.  ``password``
    protects the sheet.  ``seal`` signs what is issued; without it the form carries no seal.
    ``issue`` counts how often the project's form was issued: returns of a lower one are void.
    """

    as_printed: bool = False
    password: str | None = None
    seal: Seal | None = None
    issue: int = 1


_AS_USUAL = FormOptions()


def write_form(form: Form, options: FormOptions = _AS_USUAL) -> bytes:
    """Return the workbook of a form as the bytes of an .xlsx file.

    Raises ``KeyError`` where the form names a layout there is none of, and ``ValueError`` where
    form and layout are of different kinds.
    """
    layout = load_layout(form.layout)
    if not isinstance(form, layout.model):
        raise ValueError(f"{layout.id} is the layout of a {layout.kind} form")
    profile = load_profile(layout.profile)
    shown = form if options.as_printed else with_defaults(form, layout, profile)
    moment = issue_moment()
    plan = draw_plan(layout, shown, Issue(shown))
    units = grammar.units_of(shown)
    evaluation = Evaluation(layout, shown, profile, units)
    saved = _drawn(plan, profile, units, moment, options.password)
    filled = list(entries(plan, shown, evaluation, as_printed=options.as_printed))
    issue = IssueNumber(options.issue, moment.date())
    filled += record_edits(_record(plan, shown, profile, issue, options.seal), options.seal)
    return finish(saved, filled, moment)


def _record(
    plan: Plan, form: Form, profile: Profile, issue: IssueNumber, seal: Seal | None
) -> IssueRecord:
    lists = hidden_lists(plan, grammar.units_of(form))
    sheets = (plan.layout.sheet, INSTRUCTIONS)
    sealed_by = None if seal is None else seal.fingerprint
    return issue_record(form, plan, profile, lists, sheets, issue, sealed_by)


def with_defaults(form: Form, layout: Layout, profile: Profile) -> Form:
    """Return the form with what its layout prints by default: title, unit of money, weight."""
    complete = form.model_copy(deep=True)
    complete.title = form.title or layout.titles[0]
    complete.money_unit = form.money_unit or layout.money_unit
    if isinstance(complete, SelfEvaluationForm) and complete.funds.annual_total.weight is None:
        complete.funds.annual_total.weight = profile.execution.weight.value
    return complete


def _drawn(
    plan: Plan, profile: Profile, units: tuple[str, ...], moment: datetime, password: str | None
) -> bytes:
    book = Workbook()
    book.properties = DocumentProperties(creator="绩效表单", created=moment, modified=moment)
    sheet = book.active
    assert isinstance(sheet, Worksheet), "a new workbook has one worksheet"
    sheet.title = plan.layout.sheet
    styles = StyleBook(book)
    give_helpers(plan)
    draw_sheet(sheet, plan, styles, profile)
    styles.close()
    instructions = book.create_sheet(INSTRUCTIONS)
    draw_instructions(instructions, plan.layout, profile)
    hidden = book.create_sheet(HIDDEN_SHEET)
    lists = list(hidden_lists(plan, units))
    draw_hidden(hidden, plan, lists)
    choices = {entry.entries: entry.name for entry in lists}
    add_validations(sheet, plan, choices)
    add_warnings(sheet, plan)
    for name, area in _defined_names(plan, lists):
        book.defined_names[name] = DefinedName(name, attr_text=area)
    for each in (sheet, instructions, hidden):
        protect(each, password)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _defined_names(plan: Plan, lists: list[HiddenList]) -> Iterator[tuple[str, str]]:
    places = plan.places
    for field, place in places.scalars.items():
        cell = f"${letters(place.column)}${place.row}"
        yield field_name(field), f"{quoted(place.sheet)}!{cell}"
    for name, column in places.columns.items():
        yield column_name(name), _block(plan, column)
    for number, column in enumerate(places.helpers.values(), 1):
        yield f"{HELPER_PREFIX}{number}", _block(plan, column)
    for entry in lists:
        yield entry.name, entry.area


def _block(plan: Plan, column: int) -> str:
    places = plan.places
    letter = letters(column)
    area = f"${letter}${places.first_row}:${letter}${places.last_row}"
    return f"{quoted(places.sheet)}!{area}"
