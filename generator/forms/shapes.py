"""Classes whose fields are their annotations: the base of what is kept, and ``Record``.

What comes from JSON or YAML is checked by pydantic, in :meth:`Shape.model_validate`, which alone
imports it: making, copying and comparing need none of it, and to import pydantic and build its
models takes longer than to review a form.  The methods are called what pydantic calls them.
"""

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from inspect import get_annotations
from typing import Any, ClassVar, Self, TypeVar, cast, dataclass_transform

Made = TypeVar("Made")
_REQUIRED: Any = object()


class Must:
    """In ``Annotated``: what values must satisfy (``min_length=1``, ``pattern=...``, ``ge=0``).

    The words are those of pydantic's core schemas.
    """

    def __init__(self, **limits: Any) -> None:
        self._limits = limits

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return {**handler(source), **self._limits}


class Key:
    """In ``Annotated``: the key of a field in its file, where that is no name of Python."""

    def __init__(self, name: str) -> None:
        self.name = name


class _Made:
    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


def made(*, default_factory: Callable[[], Made]) -> Made:
    """Declare a field that begins with something made for it alone."""
    return cast(Made, _Made(default_factory))


class _Kind(type):
    """The type of all shapes; by it mypy knows that a kind of shape can be the key of a cache."""


class Shape(metaclass=_Kind):
    """A thing with declared fields, made by keywords; those not given have their defaults."""

    model_fields: ClassVar[Mapping[str, Any]] = {}
    """The names of the fields in order, each with its default."""

    model_required: ClassVar[tuple[str, ...]] = ()
    """The names of the fields without a default."""

    _makers: ClassVar[Mapping[str, Callable[[], Any]]] = {}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        own = (name for name in get_annotations(cls) if not name.startswith("_"))
        given = {name: cls.__dict__.get(name, _REQUIRED) for name in own}
        cls.model_fields = {**cls.model_fields, **given}
        defaults = cls.model_fields.items()
        cls.model_required = tuple(name for name, each in defaults if each is _REQUIRED)
        cls._makers = {name: each.make for name, each in defaults if isinstance(each, _Made)}

    def __init__(self, **values: Any) -> None:
        for name in self.model_required:
            if name not in values:
                raise TypeError(f"{type(self).__name__} needs {name}")
        for name in values:
            if name not in self.model_fields:
                raise TypeError(f"{type(self).__name__} has no field {name}")
        self.__dict__.update(values)
        if self._makers:
            self._begin({name: make() for name, make in self._makers.items() if name not in values})

    def _begin(self, missing: dict[str, Any]) -> None:
        """Take what was made because it was not given."""
        self.__dict__.update(missing)

    @classmethod
    def model_validate(cls, data: Any) -> Self:
        """Return one of these made from plain data, checked through and through.

        Raises ``pydantic.ValidationError``, a ``ValueError``, for unknown and missing keys, wrong
        types and what ``Must`` forbids.
        """
        from generator.forms.shape_checks import checker

        checked: Self = checker(cls).validate_python(data)
        return checked

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with some fields changed; its parts are shared unless ``deep``."""
        copy = object.__new__(type(self))
        state = self.__getstate__()
        copy.__dict__.update(deepcopy(state) if deep else state)
        copy.__dict__.update(update or {})
        return copy

    def model_dump(self, *, include: Iterable[str] | None = None) -> dict[str, Any]:
        """Return all fields, or some, as plain data, those not given with their defaults."""
        names = self.model_fields if include is None else include
        return {name: _plain(getattr(self, name)) for name in names}

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in self.__getstate__().items())
        return f"{type(self).__name__}({fields})"

    def __getstate__(self) -> dict[str, Any]:
        """Return the fields as they are, without what was worked out from them and kept."""
        return {name: value for name, value in self.__dict__.items() if name in self.model_fields}

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.model_fields)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from generator.forms.shape_checks import core_schema_of

        return core_schema_of(cls, source, handler)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(made,))
class Record(Shape):
    """A thing that is never changed once it is made."""

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} is not to be changed: {name}")


def _plain(value: Any) -> Any:
    if isinstance(value, Shape):
        return value.model_dump()
    return [_plain(each) for each in value] if isinstance(value, list) else value
