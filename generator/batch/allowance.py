"""How much one file may take: the limits of its content, of time and of memory, by their names."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import fields, replace

from generator.workbook.package import Limits
from generator.workbook.package.limits import DEFAULT

_MB = 1024 * 1024
_IN_MB = frozenset({"file_size", "inflated", "foreign_memory", "memory"})
"""What people give in MB; everything else is counted."""


class WrongLimit(Exception):  # noqa: N818  (an answer about an argument, not a program error)
    """A limit nobody knows, or a value that is no whole number above zero; ``text`` as given."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class Allowance(Struct, frozen=True):
    """What one file may take: ``seconds`` of time, and ``memory`` in bytes."""

    limits: Limits = DEFAULT
    seconds: int = 30
    memory: int = 2048 * _MB

    def with_settings(self, settings: Iterable[str]) -> "Allowance":
        """Return the allowance changed by settings such as ``cells=300000``.

        Raises ``WrongLimit``.
        """
        changed = self
        for setting in settings:
            changed = changed._with(setting)
        return changed

    def _with(self, setting: str) -> "Allowance":
        name, _, written = setting.partition("=")
        if name not in names() or not (written.isascii() and written.isdecimal() and int(written)):
            raise WrongLimit(setting)
        value = int(written) * (_MB if name in _IN_MB else 1)
        if name == "seconds":
            return replace(self, seconds=value)
        if name == "memory":
            return replace(self, memory=value)
        return replace(self, limits=replace(self.limits, **{name: value}))


USUAL = Allowance()


def names() -> tuple[str, ...]:
    """Return the names of all limits there are."""
    return (*(each.name for each in fields(Limits)), "seconds", "memory")


def usual(name: str) -> int:
    """Return what a limit is where nobody sets it, in the unit people give it in."""
    value: int = getattr(USUAL if hasattr(USUAL, name) else USUAL.limits, name)
    return value // _MB if name in _IN_MB else value
