"""Why an input is refused, as a value: a stable code and one Chinese sentence.

The sentences live in ``templates/messages/rejections.yaml``; every part of the engine that
refuses something raises :class:`Rejected`, so a batch can answer the file and go on.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from msgspec import Struct

from generator.forms.data_files import load
from generator.resources import templates
from generator.snapshot import kept

_SHOWN = 80  # characters of a foreign text (a member name, a reference) shown in a message


class Rejection(Struct, frozen=True):
    """A refusal: ``code`` for programs (``PKG-EMPTY``), ``message`` for people, in Chinese."""

    code: str
    message: str


class Rejected(Exception):  # noqa: N818  (it is an answer about an input, not a program error)
    """Raised where an input is refused; carries the :class:`Rejection`."""

    def __init__(self, rejection: Rejection) -> None:
        super().__init__(rejection)
        self.rejection = rejection

    def __str__(self) -> str:
        return f"{self.rejection.code} {self.rejection.message}"


def reject(code: str, **values: object) -> Rejected:
    """Return the exception for ``code``, its sentence filled with ``values``.

    Numbers are shown with separators.  Texts are foreign: they are shortened, and characters
    that do not print (they could steer a terminal) are replaced.
    """
    shown = {name: _shown(value) for name, value in values.items()}
    return Rejected(Rejection(code, messages()[code].format_map(shown)))


@cache
def messages() -> Mapping[str, str]:
    """Return the sentence with ``{placeholders}`` for every code, read once."""
    path = templates("messages", "rejections.yaml")
    return kept("rejections", [path], _read, path)


def _read(path: Path) -> Mapping[str, str]:
    return {str(code): str(text) for code, text in load(path).data.items()}


def _shown(value: object) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    text = "".join(char if char.isprintable() else "?" for char in str(value))
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
