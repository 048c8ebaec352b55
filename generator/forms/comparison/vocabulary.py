"""The words and limits of ``templates/vocabularies/similar_names.yaml``, checked."""

from decimal import Decimal
from functools import cache
from typing import Annotated

from pydantic import Field

from generator.forms.data_files import Record, shipped
from generator.forms.words import Word, Words

Share = Annotated[float, Field(gt=0, le=1)]


class LikenessLimits(Record):
    """From which likeness on two different names are taken for one thing."""

    contained: Share
    contained_from: Annotated[int, Field(ge=1)]
    reworded: Share
    note: Share
    elsewhere: Share
    ambiguous: Share


class Direction(Record):
    """Words of a name that say which way is better."""

    higher: Words
    lower: Words


class Behind(Record):
    """How far a target may lie behind what was reached before."""

    points: Decimal
    share: Decimal


class WidePlace(Record):
    """A level 1 and 2 under which other forms have all of the level 1 it ``holds``."""

    level1: Word
    level2: Word
    holds: Word


class SimilarNames(Record):
    """Every list of the data file; the file says what each is for."""

    same_words: tuple[Words, ...]
    fillers: Words
    whole_words: Words
    measured: Words
    subjects: Words
    telling_characters: Word
    denials: Words
    region_endings: Word
    likeness: LikenessLimits
    slip: Annotated[int, Field(ge=0)]
    wide_places: tuple[WidePlace, ...]
    near_units: tuple[Words, ...]
    yearly: Word
    direction: Direction
    behind: Behind


@cache
def similar_names() -> SimilarNames:
    """Return the lists shipped with the product, read once."""
    return shipped("vocabularies", "similar_names", SimilarNames)
