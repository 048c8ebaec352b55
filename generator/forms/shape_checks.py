"""How pydantic checks shapes; imported where plain data is, so that nothing else waits for it."""

from collections.abc import Callable
from functools import cache
from typing import Any, get_args, get_type_hints

from pydantic import TypeAdapter
from pydantic_core import core_schema

from generator.forms.shapes import Key, Shape


@cache
def checker(kind: type[Shape]) -> TypeAdapter[Any]:
    """Return what checks plain data for a shape."""
    return TypeAdapter(kind)


@cache
def field_checker(kind: type[Shape], name: str) -> TypeAdapter[Any]:
    """Return what checks a value for one field."""
    return TypeAdapter(_hints(kind, ())[name])


def core_schema_of(kind: type[Shape], source: Any, handler: Any) -> core_schema.CoreSchema:
    """Return pydantic's description of a shape: its fields, and no other keys.

    ``source`` is the shape, or a generic one with what its parameters stand for.
    """
    fields = {
        name: core_schema.typed_dict_field(
            handler.generate_schema(hint),
            required=name in kind.model_required,
            validation_alias=_key(hint),
        )
        for name, hint in _hints(kind, get_args(source)).items()
    }

    def made(data: Any, check: Callable[[Any], dict[str, Any]]) -> Shape:
        return data if isinstance(data, kind) else kind(**check(data))

    shape = core_schema.typed_dict_schema(fields, extra_behavior="forbid")
    return core_schema.no_info_wrap_validator_function(made, shape)


def _hints(kind: type[Shape], arguments: tuple[Any, ...]) -> dict[str, Any]:
    """Return the types of the fields; ``arguments`` stand for the parameters of a generic kind."""
    filled = dict(zip(getattr(kind, "__parameters__", ()), arguments, strict=False))
    hints = get_type_hints(kind, include_extras=True)
    return {name: filled.get(hints[name], hints[name]) for name in kind.model_fields}


def _key(hint: Any) -> str | None:
    return next((each.name for each in get_args(hint) if isinstance(each, Key)), None)
