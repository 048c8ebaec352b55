"""What prompting comes to: a text for a field, or a field that changes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt that is due: the field it belongs into, and its whole text."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A field whose prompt is to be written, rewritten or taken away (``new`` is ``None``)."""

    field: str
    old: str | None
    new: str | None
