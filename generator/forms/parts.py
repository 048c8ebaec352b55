"""``Part``: a thing with declared fields that may be changed, as a form while one works on it."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import UnionType
from typing import (
    Any,
    ClassVar,
    Literal,
    Self,
    Union,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

from generator.forms.shapes import Shape, made


@dataclass_transform(kw_only_default=True, field_specifiers=(made,))
class Part(Shape):
    """A thing that may be changed; it knows which of its fields were given or set.

    What is set to a field is checked: what is of another type is converted where JSON would be.
    """

    _begun: ClassVar[Mapping[str, Any]] = {}

    def _begin(self, missing: dict[str, Any]) -> None:
        self.__dict__.update(missing, _begun=missing)

    def __setattr__(self, name: str, value: Any) -> None:
        allowed = _allowed(type(self)).get(name, frozenset())
        fits = value != "" and (type(value) in allowed or (type(value) is str and value in allowed))
        self.__dict__[name] = value if fits else self._checked(name, value)

    def _checked(self, name: str, value: Any) -> Any:
        """Return a value as a field takes it; raises ``pydantic.ValidationError``."""
        from generator.forms.shape_checks import field_checker

        if name not in self.model_fields:
            raise AttributeError(f"{type(self).__name__} has no field {name}")
        return field_checker(type(self), name).validate_python(value)

    @classmethod
    def built(cls, values: Mapping[str, Any]) -> Self:
        """Return one made of plain data, the parts in it of mappings; nothing is checked."""
        return cls(**{name: cls._built(name, value) for name, value in values.items()})

    @classmethod
    def part_of(cls, name: str) -> "type[Part] | None":
        """Return the kind of part a field holds, ``None`` for a field that holds no part."""
        kind = cls._makers.get(name)
        return kind if isinstance(kind, type) and issubclass(kind, Part) else None

    @classmethod
    def _built(cls, name: str, value: Any) -> Any:
        kind = cls.part_of(name)
        return value if kind is None else kind.built(value)

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__.copy()

    def given(self) -> Iterator[tuple[str, Any]]:
        """Yield the fields that were given or set since, in order of declaration."""
        state, begun = self.__dict__, self._begun
        for name in self.model_fields:
            if name in state and (name not in begun or state[name] is not begun[name]):
                yield name, state[name]

    def __hash__(self) -> int:
        raise TypeError(f"{type(self).__name__} may change: it has no hash")


@cache
def _allowed(kind: type[Part]) -> Mapping[str, frozenset[Any]]:
    """Return, by field, the types a value may have and the words it may be."""
    hints = get_type_hints(kind)
    return {name: frozenset(_members(hints[name])) for name in kind.model_fields}


def _members(hint: Any) -> Iterator[Any]:
    if isinstance(hint, type):
        yield hint
    elif get_origin(hint) is Literal:
        yield from get_args(hint)
    elif get_origin(hint) in (UnionType, Union):
        for each in get_args(hint):
            yield from _members(each)
    else:
        yield get_origin(hint)
