"""The words of a comparison: ``templates/messages/comparison.yaml``, checked."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from generator.forms.comparison.change import Kind, Relation, Why
from generator.forms.data_files import Record, load, shaped
from generator.resources import templates


class Column(Record):
    """A column of a sheet: its heading, its width in characters, how its values stand."""

    title: str
    width: Annotated[float, Field(gt=0, le=255)]
    kind: Literal["text", "word", "money", "percent", "count"]


class Sheet(Record):
    """A sheet: its name, its columns by what they show, how many of them stay in view."""

    name: str
    frozen: int
    columns: Mapping[str, Column]


class Sheets(Record):
    """The three sheets of a comparison."""

    projects: Sheet
    indicators: Sheet
    findings: Sheet


class Words(Record):
    """Every text of a comparison; the file says what each is for."""

    forms: Mapping[str, str]
    kinds: Mapping[Kind, str]
    whys: Mapping[Why, str]
    relations: Mapping[Relation, str]
    besides: Mapping[str, str]
    phrases: Mapping[str, str]
    sheets: Sheets
    console: Mapping[str, str]
    tones: Mapping[str, Literal["alarm", "caution"]]


@cache
def wording() -> Words:
    """Return the words, read once.

    Raises ``DataFileError`` (file, line) for unknown or missing keys and wrong types.
    """
    document = load(templates("messages", "comparison.yaml"))
    words = shaped(document, Words)
    for section, expected in (("kinds", Kind), ("whys", Why), ("relations", Relation)):
        missing = set(expected) - getattr(words, section).keys()
        if missing:
            raise document.error(f"missing: {', '.join(sorted(missing))}", section)
    return words
