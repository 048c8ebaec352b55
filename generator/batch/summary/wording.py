"""The words and columns of a summary, from ``templates/messages/summary.yaml``."""

from enum import StrEnum
from functools import cache
from typing import Annotated

from pydantic import Field

from generator.forms.data_files import Record, shipped


class Kind(StrEnum):
    """How the cells of a column are written."""

    TEXT = "text"
    SHORT = "short"
    YEAR = "year"
    COUNT = "count"
    FLAG = "flag"
    """A count that should be 0."""
    MONEY = "money"
    RATE = "rate"
    SCORE = "score"

    @property
    def is_text(self) -> bool:
        """Whether such a cell holds words, which may need several lines."""
        return self in (Kind.TEXT, Kind.SHORT)


class Total(StrEnum):
    """What the row of totals has below a column."""

    SUM = "sum"
    EXECUTION_RATE = "execution_rate"


class ColumnWords(Record):
    """One column: its title, how its cells are written, its width in characters."""

    title: str
    kind: Kind
    width: Annotated[float, Field(gt=0, le=120)]
    total: Total | None = None


class SheetWords(Record):
    """One table: the sheet's name, its title, a line of explanation, its columns by key."""

    name: Annotated[str, Field(max_length=25)]
    title: str
    note: str
    frozen: int
    columns: dict[str, ColumnWords]


class GradeWords(Record):
    """The words of the distribution of grades."""

    heading: str
    columns: tuple[str, ...]
    chart: str
    axis: str


class RateWords(Record):
    """The words of the execution rates; ``*_lowest`` where only the lowest are shown."""

    heading: str
    heading_lowest: str
    columns: tuple[str, ...]
    chart: str
    chart_lowest: str


class ScoreWords(Record):
    """The words of scores against rule scores."""

    heading: str
    columns: tuple[str, ...]
    low: str
    high: str
    chart: str
    points: str
    line: str
    x_axis: str
    y_axis: str


class StatisticsWords(Record):
    """The words of the sheet with the charts, and the widths of its columns."""

    name: str
    title: str
    no_grade: str
    columns: tuple[float, ...]
    grades: GradeWords
    rates: RateWords
    scores: ScoreWords


class Wording(Record):
    """The whole file."""

    total: str
    footer: str
    continued: str
    sheets: dict[str, SheetWords]
    statistics: StatisticsWords


@cache
def wording() -> Wording:
    """Return the words of a summary, read once."""
    return shipped("messages", "summary", Wording)
