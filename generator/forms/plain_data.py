"""Data our own program wrote as JSON, taken back: every value of exactly the declared type.

Such data is read at every run and for every form, so it does without pydantic.
"""

from collections.abc import Callable
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from generator.forms.shapes import Shape

Kind = TypeVar("Kind", bound=Shape)
Take = Callable[[Any], Any]


def taken(kind: type[Kind], data: Any) -> Kind:
    """Return one of a kind made of plain data; keys it does not have are passed over.

    Raises ``TypeError`` for a missing key or a value of another type.
    """
    shape: Kind = _take(kind)(data)
    return shape


@cache
def _take(hint: Any) -> Take:
    """Return what takes a value of a type; it raises ``TypeError`` for any other."""
    inner, origin = get_args(hint), get_origin(hint)
    if isinstance(hint, type) and issubclass(hint, Shape):
        return _shape(hint)
    if origin is UnionType and all(each in (str, int, NoneType) for each in inner):
        return _one_of(frozenset(inner))
    if origin is UnionType and inner[1:] == (NoneType,):
        return _optional(_take(inner[0]))
    if origin is tuple:
        return _several(_take(inner[0]), None if inner[1:] == (...,) else len(inner))
    if origin is dict:
        return _mapping(frozenset(get_args(inner[1]) or inner[1:]))
    return _one_of(frozenset((hint,)))


def _one_of(kinds: frozenset[type]) -> Take:
    def take(value: Any) -> Any:
        if type(value) not in kinds:
            raise TypeError(value)
        return value

    return take


def _optional(take: Take) -> Take:
    return lambda value: None if value is None else take(value)


def _several(take: Take, count: int | None) -> Take:
    def take_all(values: Any) -> Any:
        if type(values) is not list or count not in (None, len(values)):
            raise TypeError(values)
        return tuple([take(value) for value in values])

    return take_all


def _mapping(kinds: frozenset[type]) -> Take:
    def take_all(values: Any) -> Any:
        if type(values) is not dict or not kinds.issuperset(map(type, values.values())):
            raise TypeError(values)
        return values

    return take_all


def _shape(kind: type[Shape]) -> Take:
    hints = get_type_hints(kind)
    takes = {name: _take(hints[name]) for name in kind.model_fields}

    def take(values: Any) -> Any:
        if type(values) is not dict:
            raise TypeError(values)
        return kind(**{n: take(values[n]) for n, take in takes.items() if n in values})

    return take
