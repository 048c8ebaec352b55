"""How the cells of the review workbook look: one format for each kind of value."""

from decimal import Decimal
from enum import IntEnum, auto

from msgspec import Struct

from generator.batch.report.shown import Urgency, Value
from generator.batch.report.wording import Kind
from generator.forms.findings import Severity

BODY, BOLD, TITLE, RED = range(4)
"""Fonts, in the order the styles part lists them."""

NONE, _GREY_PATTERN, HEADER, ERROR, WARNING, REJECTED = range(6)
"""Fills; the first two are fixed by the file format."""

GENERAL, WHOLE, TWO_DECIMALS, TEXT, PERCENT = 0, 1, 4, 49, 164
"""Number formats: General, 0, #,##0.00 and @ are built in, 0.00"%" is the styles part's own."""


class Style(IntEnum):
    """A cell format; its value is its number in the styles part."""

    PLAIN = 0
    TITLE = auto()
    HEADER = auto()
    TEXT = auto()
    WORD = auto()
    COUNT = auto()
    NUMBER = auto()
    RATE = auto()
    ERROR = auto()
    WARNING = auto()
    REJECTED = auto()


class Format(Struct, frozen=True):
    """What a cell format is made of: positions of font and fill, a number format."""

    font: int = BODY
    fill: int = NONE
    number: int = TEXT
    horizontal: str = "center"
    boxed: bool = True


FORMATS = {
    Style.PLAIN: Format(number=GENERAL, horizontal="general", boxed=False),
    Style.TITLE: Format(font=TITLE, horizontal="left", boxed=False),
    Style.HEADER: Format(font=BOLD, fill=HEADER),
    Style.TEXT: Format(horizontal="left"),
    Style.WORD: Format(),
    Style.COUNT: Format(number=WHOLE),
    Style.NUMBER: Format(number=TWO_DECIMALS, horizontal="right"),
    Style.RATE: Format(number=PERCENT, horizontal="right"),
    Style.ERROR: Format(font=RED, fill=ERROR),
    Style.WARNING: Format(font=BOLD, fill=WARNING),
    Style.REJECTED: Format(font=BOLD, fill=REJECTED),
}

_BY_KIND: dict[Kind, Style] = {
    "text": Style.TEXT,
    "word": Style.WORD,
    "severity": Style.WORD,
    "urgency": Style.WORD,
    "count": Style.COUNT,
    "year": Style.COUNT,
    "score": Style.NUMBER,
    "rate": Style.RATE,
}
_BY_VALUE: dict[Value, Style] = {
    Severity.ERROR: Style.ERROR,
    Severity.WARNING: Style.WARNING,
    Urgency.ERRORS: Style.ERROR,
    Urgency.WARNINGS: Style.WARNING,
    Urgency.REJECTED: Style.REJECTED,
}


def style_of(kind: Kind, value: Value) -> Style:
    """Return the format of a cell: by its column, and by its word where that has a colour."""
    coloured = isinstance(value, Severity | Urgency)
    return _BY_VALUE.get(value, _BY_KIND[kind]) if coloured else _BY_KIND[kind]


def content(value: Value) -> str | Decimal | None:
    """Return what stands in the cell: the Chinese word, the text, or the number."""
    if isinstance(value, Severity | Urgency):
        return value.chinese
    return Decimal(value) if isinstance(value, int) else value
