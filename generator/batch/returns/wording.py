"""The words about returns, as ``templates/messages/returns.yaml`` gives them."""

from functools import cache
from pathlib import Path

from generator.forms.record import Record
from generator.forms.strict_yaml import load, shaped
from generator.resources import templates
from generator.snapshot import kept


class Wording(Record):
    """Everything said about several returns and outstanding ones."""

    basis: dict[str, str]
    difference: str
    indicators: str
    blank: str
    most: int
    more: str
    only_withdrawn: str


@cache
def wording() -> Wording:
    """Return the words, read once.  Raises ``DataFileError`` where the file is wrong."""
    path = templates("messages", "returns.yaml")
    return kept("returns", [path], _read, path)


def _read(path: Path) -> Wording:
    return shaped(load(path), Wording)
