"""The words of explanations, as ``templates/messages/explanations.yaml`` gives them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from generator.forms.catalogue import shown
from generator.forms.data_files import load
from generator.resources import templates
from generator.snapshot import kept

_NAMES = "names"


def say(key: str, **facts: object) -> str:
    """Return a sentence of the file, filled; numbers are shown with separators.

    Raises ``KeyError`` for a sentence there is none of, or a fact it needs and has not.
    """
    return sentences()[key].format_map({name: shown(value) for name, value in facts.items()})


def name(key: str) -> str:
    """Return what staff call a figure; raises ``KeyError`` for an unknown one."""
    return names()[key]


@cache
def sentences() -> Mapping[str, str]:
    """Return every sentence with its ``{placeholders}``, read once."""
    return {key: text for key, text in _data().items() if isinstance(text, str)}


@cache
def names() -> Mapping[str, str]:
    """Return the names of figures, read once."""
    found = _data()[_NAMES]
    return {} if isinstance(found, str) else found


@cache
def _data() -> Mapping[str, str | Mapping[str, str]]:
    path = templates("messages", "explanations.yaml")
    return kept("explanations", [path], _read, path)


def _read(path: Path) -> Mapping[str, str | Mapping[str, str]]:
    data: dict[str, str | Mapping[str, str]] = load(path).data
    return data
