"""Word lists of the product (``templates/vocabularies/*.yaml``), read strictly."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.forms.strict_yaml import load

Word = Annotated[str, Field(min_length=1)]
Words = Annotated[tuple[Word, ...], Field(min_length=1)]


class WordList(BaseModel):
    """A data file of words, or a part of one: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


L = TypeVar("L", bound=WordList)


def read_words(path: Path, kind: type[L]) -> L:
    """Read a data file of words as its kind.

    Raises ``DataFileError`` (file, line) for unknown, missing and duplicate keys and wrong types.
    """
    document = load(path)
    try:
        return kind.model_validate(document.data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise document.error(f"{where}: {first['msg']}", *first["loc"]) from None


def any_word(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of the words, the longest first."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, ordered)))


def nothing_but(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for a whole text that is put together from these words alone.

    Each place takes the longest word and never another: no text makes it slow.
    """
    return re.compile(f"(?>{any_word(words).pattern})++")
