"""A form of one's own to change: its parts copied, the figures and texts in them shared."""

from typing import TypeVar

from pydantic import BaseModel

from generator.forms.models import Form

Part = TypeVar("Part", bound=BaseModel)


def copy_of(form: Form) -> Form:
    """Return a form that may be changed without the other changing, and the other way round."""
    rows = [row.model_copy() for row in form.indicators]
    return form.model_copy(update={"funds": _parted(form.funds), "indicators": rows})


def _parted(funds: Part) -> Part:
    parts = {name: value for name, value in funds.__dict__.items() if isinstance(value, BaseModel)}
    return funds.model_copy(update={name: part.model_copy() for name, part in parts.items()})
