"""What a command takes: declared in the signature of its function, read from there.

``Annotated[Path, Option("-o", "--output", help=...)]`` is an option, an ``Argument`` stands by its
place.  A parameter without a default is required, a list may be given several times, a ``bool`` is
a switch.
"""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import Parameter as Declared
from inspect import signature
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints


class Option:
    """An option by its names, the long one last; ``least`` is the smallest number it takes."""

    def __init__(self, *names: str, help: str, metavar: str = "", least: int | None = None) -> None:
        self.names, self.help, self.metavar, self.least = names, help, metavar, least


class Argument:
    """An argument that stands by its place."""

    def __init__(self, *, help: str, metavar: str) -> None:
        self.help, self.metavar = help, metavar


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a command; ``kind`` is what one value of it becomes."""

    name: str
    declared: Option | Argument
    kind: type[Path] | type[str] | type[int] | type[bool]
    many: bool
    required: bool

    @property
    def is_switch(self) -> bool:
        """Whether it is an option that takes no value."""
        return self.kind is bool

    @property
    def shown(self) -> str:
        """What staff call it."""
        declared = self.declared
        return declared.metavar if isinstance(declared, Argument) else declared.names[-1]


def parameters(command: Callable[..., None]) -> list[Parameter]:
    """Return what a command takes, in the order of its signature."""
    hints = get_type_hints(command, include_extras=True)
    return [_parameter(each, hints[each.name]) for each in signature(command).parameters.values()]


def _parameter(declared: Declared, hint: Any) -> Parameter:
    whole, told = get_args(hint)
    inner = next((each for each in get_args(whole) if each is not NoneType), whole)
    value = whole if get_origin(whole) is list else inner
    many = get_origin(value) is list
    kind = get_args(value)[0] if many else value
    return Parameter(declared.name, told, kind, many, declared.default is Declared.empty)
