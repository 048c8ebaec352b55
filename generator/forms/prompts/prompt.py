"""What prompting comes to: a text for a field, or a field that changes."""

from msgspec import Struct


class Prompt(Struct, frozen=True):
    """A prompt that is due: the field it belongs into, and its whole text."""

    field: str
    text: str


class Change(Struct, frozen=True):
    """A field whose prompt is to be written, rewritten or taken away (``new`` is ``None``)."""

    field: str
    old: str | None
    new: str | None
