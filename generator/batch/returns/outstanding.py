"""Which issued forms have not come back yet.

A return is known by the id in its hidden sheet; one without (copied into a new workbook, typed
anew) by its names.  A return of a withdrawn issue is none.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from generator.batch.outcome import Outcome
from generator.batch.report.shown import Values, layout_name
from generator.batch.returns.issued import is_void
from generator.batch.returns.wording import wording
from generator.forms.models import Form
from generator.workbook.issued.record import project_identity
from generator.workbook.issued.stored import squeezed
from generator.workbook.layout import load_layout

_Name = tuple[str | None, str]


class Awaited(Struct, frozen=True):
    """A form the project list asks for."""

    identity: str
    layout: str
    project_name: str | None
    department: str | None
    unit: str | None
    fiscal_year: int | None

    @property
    def form_name(self) -> str:
        """What the form is called."""
        return load_layout(self.layout).form_name

    def is_named_by(self, outcome: Outcome) -> bool:
        """Tell whether a return gives these names; what it leaves out does not speak against."""
        return (
            _agree(self.department, outcome.department)
            and _agree(self.unit, outcome.unit)
            and outcome.fiscal_year in (None, self.fiscal_year)
        )

    def __str__(self) -> str:
        parts = (self.unit or self.department, self.project_name, str(self.fiscal_year or ""))
        return "，".join([*(part for part in parts if part), self.form_name])


class Missing(Struct, frozen=True):
    """A form that is still outstanding, and what there is to say about it."""

    awaited: Awaited
    note: str | None = None

    def __str__(self) -> str:
        return f"{self.awaited}（{self.note}）" if self.note else str(self.awaited)

    def values(self) -> Values:
        """Return what the reports show of it."""
        known = self.awaited
        return {
            "project_name": known.project_name,
            "department": known.department,
            "unit": known.unit,
            "fiscal_year": known.fiscal_year,
            "layout": layout_name(known.layout),
            "note": self.note,
        }


def awaited(forms: Iterable[Form]) -> list[Awaited]:
    """Return the forms a project list asks for, in its order."""
    return [
        Awaited(
            project_identity(form),
            form.layout,
            form.project_name,
            form.department,
            form.unit,
            form.fiscal_year,
        )
        for form in forms
    ]


def still_out(awaited: Sequence[Awaited], outcomes: Iterable[Outcome]) -> list[Missing]:
    """Return the forms none of the answers belongs to, in the list's order."""
    by_id = {each.identity: each for each in awaited}
    by_name: dict[_Name, list[Awaited]] = {}
    for each in awaited:
        by_name.setdefault((each.layout, squeezed(each.project_name)), []).append(each)
    back: set[str] = set()
    void: set[str] = set()
    for outcome in outcomes:
        known = by_id.get(outcome.project_id or "")
        found = known or _by_name(by_name, outcome)
        if found is not None:
            (void if is_void(outcome) else back).add(found.identity)
    note = wording().only_withdrawn
    missing = (each for each in awaited if each.identity not in back)
    return [Missing(each, note if each.identity in void else None) for each in missing]


def _by_name(by_name: dict[_Name, list[Awaited]], outcome: Outcome) -> Awaited | None:
    """Return the one awaited form a return names, ``None`` where it is none or any of several."""
    if outcome.rejection is not None or outcome.project_name is None:
        return None
    alike = by_name.get((outcome.layout, squeezed(outcome.project_name)), [])
    named = [each for each in alike if each.is_named_by(outcome)]
    return named[0] if len(named) == 1 else None


def _agree(awaited: str | None, returned: str | None) -> bool:
    return awaited is None or returned is None or squeezed(awaited) == squeezed(returned)
