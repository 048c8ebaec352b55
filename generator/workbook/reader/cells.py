"""From the cell of a field to the field's value, noting what had to be interpreted."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from generator.forms import numbers
from generator.forms.fields import split_indicator
from generator.workbook.reader.number_formats import NumberFormats, Shows
from generator.workbook.reader.reading import Note
from generator.workbook.sheet.address import Position
from generator.workbook.sheet.cell import Cell
from generator.workbook.sheet.sheet import Sheet

_WIDE = str.maketrans("０１２３４５６７８９．，％－＋（）", "0123456789.,%-+()")
_NUMBER = re.compile(r"([-+]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%?)(万?元|分)?")
_BLANK = {"", "-", "—", "——", "--", "–", "/", "－"}
_LONGEST = 18


def narrow(text: str) -> str:
    """Return a text with its full-width digits and signs as ASCII has them."""
    return text.translate(_WIDE)


def is_dash(text: str) -> bool:
    """Tell whether a text only says that there is no figure."""
    return "".join(text.split()) in _BLANK


def typed_number(text: str, *, percent: Decimal | None = None) -> Decimal | None:
    """Return the number a text writes, ``None`` for one that writes none.

    ``percent`` is what ``%`` multiplies by: 1 where the field itself is a percentage, 0.01 where
    it is a ratio, ``None`` where ``%`` has no place.
    """
    match = _NUMBER.fullmatch("".join(narrow(text).split()))
    if match is None or len(match[0]) > _LONGEST:
        return None
    sign, whole, fraction, sign_of_percent, _ = match.groups()
    number = Decimal(sign + whole.replace(",", "") + (fraction or ""))
    if not sign_of_percent:
        return number
    return None if percent is None else number * percent


_NUMBER_COLUMNS = {"weight", "score"}
_TEXT_NUMBERS = {"total_weight", "total_score", "project_amount"}
_YEARS = range(1990, 2101)
_LAST_DAY = 2_950_000
"""In the year 9976, before which both date systems end."""

_TOO_MUCH = Decimal(10) ** 13
_HIGHEST_RATIO = 10
"""No budget is spent ten times over."""

_BOOLEANS = {"1": "TRUE", "true": "TRUE", "0": "FALSE", "false": "FALSE"}
"""What a cell shows that holds a truth value, by what is stored."""

_DATE_SYSTEMS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}


class CellReader:
    """Reads cells of one workbook; what it noticed piles up in ``notes``.

    What the workbook's own formulas make of a cell may be another thing: ``seen`` holds the text
    they see where the field shows another, ``opaque`` the figures they do not see as such.
    """

    def __init__(self, formats: NumberFormats, *, rate_in_percent: bool, date1904: bool) -> None:
        self.notes: list[Note] = []
        self.seen: dict[str, str] = {}
        self.opaque: set[str] = set()
        self._rate_percent = Decimal(1) if rate_in_percent else Decimal("0.01")
        self._formats = formats
        self._day_0 = _DATE_SYSTEMS[date1904]

    def value(self, sheet: Sheet, position: Position, field: str) -> Any:
        """Return the value of the cell at a position as the field takes it, ``None`` if blank."""
        if position not in sheet.filled:
            return None
        return self.of_cell(sheet.cells.get(position), field)

    def of_cell(self, cell: Cell | None, field: str) -> Any:
        """Return the value of one cell as the field takes it, ``None`` where it is blank."""
        if cell is None or cell.kind == "blank":
            return None
        if field == "fiscal_year":
            return self._year(cell)
        if is_figure(field):
            return self._figure(cell, field)
        return self._text(cell, field)

    def forget(self, notes: int, fields: str) -> None:
        """Forget what was noticed since there were so many notes, in fields that begin so."""
        del self.notes[notes:]
        self.opaque -= {field for field in self.opaque if field.startswith(fields)}
        for field in [field for field in self.seen if field.startswith(fields)]:
            del self.seen[field]

    def _text(self, cell: Cell, field: str) -> str | None:
        if cell.kind == "number":
            shown, stored = self._shown(cell), numbers.text(cell.number)
            if shown != stored:
                self.seen[field] = stored
            return shown
        if cell.kind == "error" or not cell.raw.strip():
            return None
        return _as_shown(cell)

    def _shown(self, cell: Cell) -> str:
        """Return a number as its cell shows it: 0.98 formatted as a percentage is 98%."""
        number = cell.number
        match self._formats.of(cell.style):
            case Shows.PERCENT:
                return numbers.text((number * 100).normalize()) + "%"
            case Shows.DATE if 0 < number < _LAST_DAY:
                return (self._day_0 + timedelta(days=int(number))).isoformat()
        return numbers.text(number)

    def _figure(self, cell: Cell, field: str) -> Decimal | None:
        if cell.kind == "number":
            figure = _in_range(self._number(cell, field))
            if figure is None:
                self._unread(cell, field)
            return figure
        if cell.kind == "text" and is_dash(cell.raw):
            return None
        if cell.kind == "text":
            percent = self._rate_percent if field.endswith("rate") else None
            number = typed_number(cell.raw, percent=percent)
            if number is not None:
                self.opaque.add(field)
                if cell.formula is None:
                    self.notes.append(Note("REA-1", field, cell.raw, numbers.text(number)))
                return number
        self._unread(cell, field)
        return None

    def _unread(self, cell: Cell, field: str) -> None:
        """Note that a cell holds something no figure can be taken from."""
        if cell.kind != "text":  # a sum passes over texts, not over errors and other numbers
            self.opaque.add(field)
        self.notes.append(Note("REA-2", field, _as_shown(cell)))

    def _number(self, cell: Cell, field: str) -> Decimal:
        """Return the number of a cell; a rate formatted as a percentage is what it shows.

        That has two decimals wherever rates are shown as percentages.  Formats are looked up only
        where it could be one: reading them takes longer than the rest of a form's figures.
        """
        number = cell.number
        could_be = field.endswith("rate") and 0 < abs(number) <= _HIGHEST_RATIO
        if not could_be or self._rate_percent != 1:
            return number
        if self._formats.of(cell.style) is not Shows.PERCENT:
            return number
        return numbers.plain(numbers.round_half_up(number * 100, 2).normalize())

    def _year(self, cell: Cell) -> int | None:
        year = _year_in(narrow(cell.raw))
        if year is None and cell.kind == "number":
            year = _year_in(self._shown(cell))  # a date typed for the year
            if year is None:
                self._unread(cell, "fiscal_year")
        return year


def _year_in(text: str) -> int | None:
    digits = "".join(char for char in text.split(".")[0] if char in "0123456789")
    year = int(digits[:4]) if len(digits) >= 4 else 0
    return year if year in _YEARS else None


def _as_shown(cell: Cell) -> str:
    """Return the content of a cell as a person sees it."""
    return _BOOLEANS.get(cell.raw, cell.raw) if cell.kind == "boolean" else cell.raw


@lru_cache(maxsize=1 << 12)
def is_figure(field: str) -> bool:
    """Tell whether a field holds a number."""
    indicator = split_indicator(field)
    if indicator is not None:
        return indicator[1] in _NUMBER_COLUMNS
    return field.startswith("funds.") or field in _TEXT_NUMBERS


@lru_cache(maxsize=1 << 12)
def _in_range(number: Decimal) -> Decimal | None:
    """Keep what a form can hold; nobody budgets 10 to the 14th."""
    rounded = number.quantize(Decimal(1).scaleb(-10)) if _decimals(number) > 10 else number
    return rounded if abs(rounded) < _TOO_MUCH else None


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def merge_origins(sheet: Sheet, columns: range) -> Mapping[Position, Position]:
    """Return, for every merged cell in some columns, the top-left cell of its merged area."""
    origins: dict[Position, Position] = {}
    for top, left, bottom, right in sheet.merges:
        if left in columns and bottom - top < 5_000:
            for row in range(top, bottom + 1):
                for column in range(left, min(right, columns.stop) + 1):
                    origins[row, column] = (top, left)
    return origins
