"""From what a cell shows to the value of its column, or to the reason why not."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct, field
from rapidfuzz import fuzz, process

from generator.batch.project_list.columns import Kind
from generator.batch.project_list.problems import suggestion
from generator.forms import numbers
from generator.workbook.layout import Layout, all_layouts
from generator.workbook.reader.cells import is_dash, typed_number

_LIKE = 60.0
"""From this likeness on (0 to 100) a suggestion is of use."""


@lru_cache(maxsize=1 << 15)
def folded(text: str) -> str:
    """Return a text without what people write differently: blanks, widths, capitals."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def folded_heading(text: str) -> str:
    """Return a heading made comparable: the mark of required columns does not count."""
    return folded(text).replace("*", "")


def nearest(text: str, known: Iterable[str]) -> str | None:
    """Return which of the known texts is most like a text, ``None`` where none is like it."""
    found = process.extractOne(
        text, list(known), scorer=fuzz.ratio, processor=folded, score_cutoff=_LIKE
    )
    return found[0] if found else None


MONEY_UNITS = ("元", "万元")
YEARS = range(1990, 2101)
_YEAR = re.compile(r"(\d{4})(?:年度?)?", re.ASCII)
_DATE = re.compile(
    r"(\d{4})(?P<mark>[-/.])(\d{1,2})(?P=mark)(\d{1,2})(?:[T ]0?0:00(?::00(?:\.0+)?)?)?"
    r"|(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日"
    r"|(\d{4})(\d{2})(\d{2})",
    re.ASCII,
)
_MOST = Decimal(10) ** 13
_FINEST = Decimal(1).scaleb(-10)
"""What an amount of a form can hold: below ten trillion, ten decimals."""


class Unreadable(Struct, frozen=True):
    """Why a text is no value of its column: a code of the messages, and what fills it."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


Value = str | int | Decimal | Layout
Parser = Callable[[str], Value | Unreadable | None]


def parse(kind: Kind, text: str) -> Value | Unreadable | None:
    """Return the value a text gives in a column of a kind, ``None`` where it gives none."""
    return _PARSERS[kind](text)


def written_unit(text: str) -> str | None:
    """Return the unit of money an amount was written with, ``None`` where there is none."""
    bare = folded(text)
    return next((unit for unit in ("万元", "元") if bare.endswith(unit)), None)


def _name(text: str) -> str:
    return text.strip()


def _as_it_is(text: str) -> str:
    return text


def _year(text: str) -> int | Unreadable:
    match = _YEAR.fullmatch(folded(text))
    if match is None or int(match[1]) not in YEARS:
        return Unreadable("LIST-YEAR", {"written": text.strip()})
    return int(match[1])


def _layout(text: str) -> Layout | Unreadable:
    layouts = all_layouts()
    for layout in layouts:
        if folded(text) in (folded(layout.id), folded(layout.name)):
            return layout
    near = nearest(text, [*(each.name for each in layouts), *(each.id for each in layouts)])
    known = "、".join(f"{each.id} {each.name}" for each in layouts)
    values = {"written": text.strip(), "known": known, "suggestion": suggestion(near)}
    return Unreadable("LIST-LAYOUT", values)


def _date(text: str) -> str | Unreadable:
    match = _DATE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    figures = [int(part) for part in match.groups() if (part or "").isdecimal()] if match else []
    try:
        day = date(*figures)
    except (TypeError, ValueError):
        return Unreadable("LIST-DATE", {"written": text.strip()})
    if day.year not in YEARS:
        return Unreadable("LIST-DATE", {"written": text.strip()})
    return day.isoformat()


def _amount(text: str) -> Decimal | Unreadable | None:
    if is_dash(text):
        return None
    number = None if text.strip().endswith("分") else typed_number(text)
    if number is None or not 0 <= number < _MOST:
        return Unreadable("LIST-AMOUNT", {"written": text.strip()})
    return _fine(number)


def _money_unit(text: str) -> str | Unreadable:
    unit = folded(text)
    return unit if unit in MONEY_UNITS else Unreadable("LIST-MONEY-UNIT", {"written": text.strip()})


def _weight(text: str) -> Decimal | Unreadable | None:
    if is_dash(text):
        return None
    number = None if text.strip().endswith("元") else typed_number(text, percent=Decimal(1))
    if number is None or not 0 <= number <= 100:
        return Unreadable("LIST-WEIGHT", {"written": text.strip()})
    return _fine(number)


def _fine(number: Decimal) -> Decimal:
    return numbers.plain(number.quantize(_FINEST).normalize())


_PARSERS: dict[Kind, Parser] = {
    Kind.NAME: _name,
    Kind.TEXT: _as_it_is,
    Kind.YEAR: _year,
    Kind.LAYOUT: _layout,
    Kind.DATE: _date,
    Kind.AMOUNT: _amount,
    Kind.MONEY_UNIT: _money_unit,
    Kind.WEIGHT: _weight,
}
