"""Which issued forms have not come back yet."""

from collections.abc import Iterable

from generator.batch.outcome import Outcome
from generator.forms.models import Form
from generator.workbook.layout import load_layout
from generator.workbook.seal import project_identity


def awaited(forms: Iterable[Form]) -> dict[str, str]:
    """Return the forms a project list asks for: identity -> name to show."""
    return {project_identity(form): _name(form) for form in forms}


def still_out(awaited: dict[str, str], outcomes: Iterable[Outcome]) -> list[str]:
    """Return the names of the forms none of the answers belongs to, in the list's order."""
    returned = {outcome.project_id for outcome in outcomes}
    return [name for identity, name in awaited.items() if identity not in returned]


def _name(form: Form) -> str:
    parts = (form.unit or form.department, form.project_name, str(form.fiscal_year or ""))
    return "，".join([part for part in parts if part] + [load_layout(form.layout).form_name])
