"""Making the issue record: everything of a form that is locked, as canonical JSON.

Version 2.  Formulas of the helper columns are the same in every row but for its number, so one
row stands for all; a list is kept as its digest.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from generator.forms.fields import get
from generator.forms.models import Form, to_json
from generator.forms.profiles import Profile
from generator.workbook.formulas.computed import computed_formula
from generator.workbook.formulas.helpers import row_formulas
from generator.workbook.formulas.sums import is_entered
from generator.workbook.hidden import HiddenList
from generator.workbook.plan.places import Address
from generator.workbook.sheet.address import letters

if TYPE_CHECKING:  # only the writer has a plan
    from generator.workbook.plan.plan import Plan

VERSION = 2
ROW = "#ROW#"
"""Stands for the row's own number in the formulas of the helper columns."""

_ANY_ROW = 1_000_000
_LONGEST_LIST = 20
"""Longer is only the list of characters that are no words; reading it back costs more than it
is worth, since nothing but the workbook's own formulas, which are recalculated, go by it."""


class IssueNumber(Struct, frozen=True):
    """Which issue of a project's form this is, and of what day; later issues count higher."""

    number: int = 1
    day: date | None = None


class IssueRecord(Struct, frozen=True):
    """What a workbook was issued with, as canonical JSON text."""

    project_id: str
    text: str


def issue_record(
    form: Form,
    plan: "Plan",
    profile: Profile,
    lists: Iterable[HiddenList],
    sheets: Iterable[str],
    issue: IssueNumber,
    sealed_by: str | None,
) -> IssueRecord:
    """Record a form being written; ``sealed_by`` is the fingerprint of the key that will seal it.

    ``sheets`` are the names of the workbook's visible sheets.
    """
    project_id = project_identity(form)
    data = {
        "record": VERSION,
        "layout": plan.layout.id,
        "version": plan.layout.version,
        "project_id": project_id,
        "issue": issue.number,
        "issued": None if issue.day is None else issue.day.isoformat(),
        "sealed_by": sealed_by,
        "sheets": list(sheets),
        "block": [plan.places.first_row, plan.places.last_row],
        "columns": plan.places.columns,
        "fields": dict(_locked_fields(plan, form)),
        "labels": dict(_labels(plan)),
        "indicators": list(_issued_indicators(plan, form)),
        "formulas": dict(_formulas(plan, form, profile)),
        "helpers": dict(_helper_columns(plan, profile)),
        "lists": {e.name: digest(e.entries) for e in lists if len(e.entries) <= _LONGEST_LIST},
    }
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return IssueRecord(project_id, text)


def project_identity(form: Form) -> str:
    """Return an id that is the same for every form of one project and year in one layout."""
    parts = (form.layout, form.fiscal_year, form.department, form.unit, form.project_name)
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()[:16]


def digest(entries: Iterable[str]) -> str:
    """Return what tells one list from another."""
    return hashlib.sha256("\x1f".join(entries).encode()).hexdigest()[:16]


def _locked_fields(plan: "Plan", form: Form) -> Iterator[tuple[str, str | None]]:
    """Yield locked fields and what they hold; ``None`` for one that is locked blank."""
    for cell in plan.cells:
        field = cell.field or ""
        if field in plan.places.scalars and cell.locked and cell.formula is None:
            value = get(form, field)
            yield field, None if value is None else str(value)


def _labels(plan: "Plan") -> Iterator[tuple[str, str]]:
    """Yield every locked cell that holds no field: its label, "" where it is blank."""
    for cell in plan.cells:
        is_level = (cell.field or "").startswith("groups.")
        if cell.locked and (cell.field is None or is_level):
            yield Address(plan.layout.sheet, cell.row, cell.column).a1, cell.label or ""


def _issued_indicators(plan: "Plan", form: Form) -> Iterator[dict[str, Any]]:
    locked = {cell.field for cell in plan.cells if cell.locked and cell.field}
    rows: list[dict[str, Any]] = to_json(form).get("indicators", [])
    for index, row in enumerate(rows):
        kept = {name: row[name] for name in row if f"indicators[{index}].{name}" in locked}
        if kept:
            levels = {"level1": row.get("level1"), "level2": row.get("level2")}
            yield {"row": plan.places.rows[index], **levels, **kept}


def _formulas(plan: "Plan", form: Form, profile: Profile) -> Iterator[tuple[str, str]]:
    """Yield the formula of every computed cell; a total given without its parts is an entry."""
    for field, formula in plan.layout.computed.items():
        if not is_entered(form, field):
            text = computed_formula(formula, field, plan.places, profile)
            yield plan.places.scalars[field].a1, text.removeprefix("=")


def _helper_columns(plan: "Plan", profile: Profile) -> Iterator[tuple[str, str]]:
    if plan.places.helpers:
        for helper, formula in row_formulas(plan.places, _ANY_ROW, profile):
            column = letters(plan.places.helpers[helper])
            yield column, formula.removeprefix("=").replace(str(_ANY_ROW), ROW)
