"""Excel's objects as pywin32 shows them, each use of a member counted as one round trip.

Behind them stands a model of Excel in memory (pyOpenVBA's), which runs the add-in's own VBA too.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pyopenvba.interpreter._objects import VBAObject
from pyopenvba.interpreter._values import (
    EMPTY,
    MISSING,
    NOTHING,
    NULL,
    VBAArray,
    VBAErrorValue,
    VBARuntimeError,
)

from tests.addin_actions.excel.system import ComError, Dispatched
from xladdin.own_macros import ADDIN

TRIPS: Counter[str] = Counter()
"""Round trips by the member used."""


WINDOW = 4711
"""The handle of the window the model has not."""

_FIRST_ERROR = -2146828288
"""What Excel's numbers of errors are counted from in what COM hands over."""

_NEEDING_ARGUMENTS = ("Range", "Item")


class Com(Dispatched):
    """An object of Excel's."""

    def __init__(self, found: VBAObject) -> None:
        object.__setattr__(self, "_found", found)

    def __getattr__(self, name: str) -> Any:
        """Fetch a property; a method, or the one property that needs arguments, when called."""
        if name.startswith("_"):
            raise AttributeError(name)
        if name == "Hwnd":  # the model has no windows
            TRIPS["Application.Hwnd"] += 1
            return WINDOW
        spec = self._found.vba_member(name)
        if spec is not None and (spec.kind == "method" or spec.name in _NEEDING_ARGUMENTS):
            return _Method(self._found, name)
        return _asked(self._found, name)

    def __setattr__(self, name: str, value: Any) -> None:
        TRIPS[f"{self._found.vba_type_name}.{name}="] += 1
        try:
            self._found.vba_set(name, _inwards(value))
        except VBARuntimeError as error:
            raise ComError(str(error)) from None

    def __call__(self, *arguments: Any) -> Any:
        return _asked(self._found, "Item", *arguments)

    def __iter__(self) -> Iterator[Any]:
        for number in range(1, self.Count + 1):
            yield self(number)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Com) and self._found is other._found

    def __hash__(self) -> int:
        return id(self._found)


class _Method:
    """A member that is used when it is called."""

    def __init__(self, found: VBAObject, name: str) -> None:
        self._found, self._name = found, name

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return _asked(self._found, self._name, *arguments, **named)


def _asked(found: VBAObject, name: str, *arguments: Any, **named: Any) -> Any:
    TRIPS[f"{found.vba_type_name}.{name}"] += 1
    given = [_inwards(each) for each in arguments]
    if name == "Run":  # the model knows macros by their names alone
        given[0] = str(given[0]).removeprefix(f"{ADDIN}!")
    try:
        value = found.vba_get(name, given, {key: _inwards(v) for key, v in named.items()} or None)
    except VBARuntimeError as error:
        raise ComError(str(error)) from None
    return _outwards(value)


def _outwards(value: Any) -> Any:
    if isinstance(value, VBAObject):
        return Com(value)
    if isinstance(value, VBAArray):
        return _rows(value)
    if isinstance(value, VBAErrorValue):
        return _FIRST_ERROR + value.number
    if value in (EMPTY, NULL, NOTHING, MISSING):
        return None
    if isinstance(value, str | bool | float) or value is None:
        return value
    return int(value) if hasattr(value, "__int__") else value


def _rows(array: VBAArray) -> tuple[Any, ...]:
    (top, bottom), *rest = array.bounds
    if not rest:
        return tuple(_outwards(array.get([row])) for row in range(top, bottom + 1))
    left, right = rest[0]
    columns = range(left, right + 1)
    return tuple(
        tuple(_outwards(array.get([row, column])) for column in columns)
        for row in range(top, bottom + 1)
    )


def _inwards(value: Any) -> Any:
    if hasattr(value, "_inner"):
        value = value._inner
    if isinstance(value, Com):
        return value._found
    if isinstance(value, list | tuple):
        return _array([list(row) if isinstance(row, list | tuple) else [row] for row in value])
    return EMPTY if value is None else value


def _array(rows: list[list[Any]]) -> VBAArray:
    made = VBAArray([(1, len(rows)), (1, len(rows[0]))])
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            made.set([row, column], _inwards(value))
    return made
