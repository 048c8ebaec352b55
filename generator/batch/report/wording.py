"""The words and columns of the reports, as ``templates/messages/reports.yaml`` gives them."""

from decimal import Decimal
from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from generator.forms.data_files import Record, shipped

Kind = Literal["text", "word", "count", "score", "rate", "year", "severity", "urgency"]


class Column(Record):
    """A column: which value it shows, its header, its width in characters, how it looks."""

    key: str
    title: str
    width: Annotated[float, Field(gt=0, le=255)]
    kind: Kind


class Table(Record):
    """A sheet of rows; the first ``frozen`` columns stay in view."""

    sheet: str
    frozen: int
    columns: tuple[Column, ...]


class Block(Record):
    """A small table of the statistics, and the title of the chart's value axis."""

    title: str
    columns: tuple[str, ...]
    axis: str = ""


class Statistics(Record):
    """The sheet of counts."""

    sheet: str
    overview: Block
    grades: Block
    rates: Block
    rules: Block
    scores: Block


class Book(Record):
    """The review workbook."""

    title: str
    forms: Table
    findings: Table
    rejected: Table
    outstanding: Table
    statistics: Statistics


class ReturnCopy(Record):
    """The sheet added to what goes back to a unit."""

    sheet: str
    heading: str
    project: str
    counts: str
    clear: str
    todo: str
    columns: tuple[Column, ...]


class RateClass(Record):
    """A class of execution rates, up to ``below`` percent (not included)."""

    below: Decimal | None
    title: str


class Page(Record):
    """The review page; the template names what it uses."""

    title: str
    made: str
    lead: str
    nothing: str
    filter: str
    open_all: str
    close_all: str
    infos: str
    entered: str
    computed: str
    by_rule: str
    rate: str
    total: str
    rating: str
    found: str
    expected: str
    cause: str
    place: str
    message: str
    source: str
    statistics: str
    more_rules: str
    file: str
    project: str
    reason: str
    outstanding: str
    all_back: str
    rest: str
    advice: dict[str, str]
    most_forms: int
    most_rules: int


class Wording(Record):
    """Everything the reports say."""

    longest: Annotated[int, Field(gt=0, le=30_000)]
    cut: str
    whole_form: str
    hidden_place: str
    missing: str
    other: str
    urgency: dict[str, str]
    return_copy: ReturnCopy
    book: Book
    rate_classes: tuple[RateClass, ...]
    overview: dict[str, str]
    page: Page


@cache
def wording() -> Wording:
    """Return the words, read once.  Raises ``DataFileError`` where the file is wrong."""
    return shipped("messages", "reports", Wording)
