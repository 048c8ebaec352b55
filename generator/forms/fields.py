"""Field paths: the names by which findings, layouts and defined names point into a form.

``project_name``, ``funds.annual_total.score``, ``indicators[3].target`` (counted from 0).
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from generator.forms.models import EvaluatedIndicator, Form, Indicator, SelfEvaluationForm

_INDICATOR = re.compile(r"indicators\[(\d+)\]\.(\w+)")


def indicator_field(index: int, column: str) -> str:
    """Return the path of one column of one indicator, counted from 0."""
    return f"indicators[{index}].{column}"


@lru_cache(maxsize=1 << 12)
def split_indicator(field: str) -> tuple[int, str] | None:
    """Return (index, column) of an indicator's field, ``None`` for any other field."""
    match = _INDICATOR.fullmatch(field)
    return (int(match[1]), match[2]) if match else None


def get(form: Form, field: str) -> Any:
    """Return what the form holds at a path; raises ``KeyError`` for a path no form has."""
    holder, name = _holder(form, field)
    if name not in type(holder).model_fields:
        raise KeyError(field)
    return getattr(holder, name)


def put(form: Form, field: str, value: Any) -> None:
    """Set what the form holds at a path, checked like the form itself.

    Raises ``KeyError`` for a path no form has, ``pydantic.ValidationError`` for a wrong value.
    """
    holder, name = _holder(form, field)
    if name not in type(holder).model_fields:
        raise KeyError(field)
    setattr(holder, name, value)


def put_key(data: dict[str, Any], field: str, value: Any) -> None:
    """Set what a JSON object of a form holds at the path of a field that is no indicator's."""
    *parts, name = field.split(".")
    for part in parts:
        data = data.setdefault(part, {})
    data[name] = value


def field_at(keys: Iterable[str | int]) -> str:
    """Return the path of a place pydantic names by keys and list positions."""
    parts = (f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys)
    return "".join(parts).removeprefix(".")


def _holder(form: Form, field: str) -> tuple[BaseModel, str]:
    indicator = split_indicator(field)
    if indicator is not None:
        return form.indicators[indicator[0]], indicator[1]
    holder: BaseModel = form
    *parts, name = field.split(".")
    for part in parts:
        holder = getattr(holder, part)
    return holder, name


def scalar_fields(model: type[BaseModel]) -> Iterator[str]:
    """Yield the paths of all fields of a form's kind but its indicators, in order.

    The layout id itself is no field: it says which layout the paths belong to.
    """
    yield from (path for path in _paths(model, "") if path != "layout")


def _paths(model: type[BaseModel], prefix: str) -> Iterator[str]:
    for name, info in model.model_fields.items():
        inner = info.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from _paths(inner, f"{prefix}{name}.")
        elif name != "indicators":
            yield prefix + name


def indicator_columns(kind: type[BaseModel]) -> tuple[str, ...]:
    """Return the columns an indicator of this kind of form may have, in model order."""
    row = EvaluatedIndicator if kind is SelfEvaluationForm else Indicator
    return tuple(row.model_fields)
