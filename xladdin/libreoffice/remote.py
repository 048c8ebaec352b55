"""One object in LibreOffice, seen from here: counts its uses (each costs about a tenth of a
millisecond) and speaks plain exceptions.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from xladdin.libreoffice import runtime
from xladdin.libreoffice.errors import GoneError, LibreOfficeError


class Count:
    """Round trips made since the counting began."""

    def __init__(self) -> None:
        self.by_name: Counter[str] = Counter()

    @property
    def total(self) -> int:
        """All round trips together."""
        return self.by_name.total()

    def add(self, name: str) -> None:
        """Count one use of a property or method."""
        self.by_name[name] += 1


class Calls:
    """The round trips of one engine; costs nothing to speak of when nobody counts."""

    def __init__(self) -> None:
        self._counts: list[Count] = []

    def add(self, name: str) -> None:
        """Tell everybody who counts that a property or method was used."""
        for count in self._counts:
            count.add(name)

    @contextmanager
    def counted(self) -> Iterator[Count]:
        """Count the round trips made within the block."""
        count = Count()
        self._counts.append(count)
        try:
            yield count
        finally:
            self._counts.remove(count)


_OWN = ("_raw", "_calls")


class Remote:
    """A counted, exception-translating stand-in for a UNO object."""

    __slots__ = _OWN
    _raw: Any
    _calls: Calls

    def __init__(self, raw: Any, calls: Calls) -> None:
        object.__setattr__(self, "_raw", raw)
        object.__setattr__(self, "_calls", calls)

    def __getattr__(self, name: str) -> Any:
        member = _translated(name, lambda: getattr(self._raw, name))
        if callable(member):
            return self._method(name, member)
        self._calls.add(name)
        return self._wrapped(member)

    def __setattr__(self, name: str, value: Any) -> None:
        self._calls.add(name)
        _translated(name, lambda: setattr(self._raw, name, raw(value)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Remote) and bool(self._raw == other._raw)

    def __hash__(self) -> int:
        return hash(id(self._raw))

    def __repr__(self) -> str:
        return f"<Remote {self._raw.ImplementationName}>"

    def _method(self, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            self._calls.add(name)
            plain = [raw(argument) for argument in arguments]
            return self._wrapped(_translated(name, lambda: method(*plain)))

        return call

    def _wrapped(self, value: Any) -> Any:
        return Remote(value, self._calls) if type(value) is type(self._raw) else value


def raw(value: Any) -> Any:
    """Return what the bridge itself understands: the object behind a ``Remote``."""
    return value._raw if isinstance(value, Remote) else value


def _translated(name: str, act: Callable[[], Any]) -> Any:
    try:
        return act()
    except runtime.exception("com.sun.star.lang.DisposedException") as error:
        raise GoneError(f"{name}: LibreOffice or the document is closed") from error
    except runtime.exception("com.sun.star.uno.Exception") as error:
        kind = type(error).__name__.rpartition(".")[2]
        reason = f": {error.Message}" if error.Message else ""
        raise LibreOfficeError(f"{name} failed ({kind}){reason}") from error
    except AttributeError as error:
        raise GoneError(f"{name}: LibreOffice's object has no such member (any more)") from error
