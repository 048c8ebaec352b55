"""Word lists of the product (``templates/vocabularies/*.yaml``), read strictly."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import Field

from generator.forms.record import Record
from generator.forms.strict_yaml import load, shaped
from generator.resources import templates
from generator.snapshot import kept

Word = Annotated[str, Field(min_length=1)]
Words = Annotated[tuple[Word, ...], Field(min_length=1)]


class WordList(Record):
    """A data file of words, or a part of one: unknown keys are refused."""


L = TypeVar("L", bound=WordList)


def read_words(path: Path, kind: type[L]) -> L:
    """Read a data file of words as its kind.

    Raises ``DataFileError`` (file, line) for unknown, missing and duplicate keys and wrong types.
    """
    return shaped(load(path), kind)


def shipped_words(name: str, kind: type[L]) -> L:
    """Return a list shipped with the product, by the name of its file; raises as above."""
    path = templates("vocabularies", f"{name}.yaml")
    words: L = kept(f"words-{name}", [path], read_words, path, kind)
    return words


def any_word(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of the words, the longest first."""
    return re.compile(alternatives(words))


def alternatives(words: Iterable[str]) -> str:
    """Return the text of a pattern for any of the words, to be put into a larger one."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, ordered))


def nothing_but(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for a whole text that is put together from these words alone.

    Each place takes the longest word and never another: no text makes it slow.
    """
    return re.compile(f"(?>{alternatives(words)})++")
