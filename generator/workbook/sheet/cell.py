"""One cell as it stands in the sheet's XML: what it holds and where its bytes are."""

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Literal, NamedTuple

from generator.forms.numbers import from_double
from generator.workbook.rejection import reject
from generator.workbook.sheet.escapes import character_data, decode
from generator.workbook.sheet.strings import SharedStrings

Kind = Literal["number", "text", "boolean", "error", "blank"]

_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,4})?", re.ASCII)
_INFINITE = float("inf")


class Formula:
    """A formula element: its text and its place in the XML.

    ``group`` is the number of a shared formula (``si``), None for any other; every cell of the
    group but the first has the text "".  ``start`` is the offset of its start tag, ``close``
    that of its end tag, or of what follows a self-closing one.
    """

    __slots__ = ("_written", "close", "group", "start")

    def __init__(self, written: str | bytes, group: str | None, start: int, close: int) -> None:
        """Take the text, or its bytes as they stand in XML, which are hardly ever asked for."""
        self._written = written
        self.group, self.start, self.close = group, start, close

    @property
    def text(self) -> str:
        """Return the formula without "="."""
        written = self._written
        return written if isinstance(written, str) else character_data(written)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Formula) and self._all() == other._all()

    def __hash__(self) -> int:
        return hash(self._all())

    def _all(self) -> tuple[str, str | None, int, int]:
        return self.text, self.group, self.start, self.close


class Cell(NamedTuple):
    """A cell of a worksheet; one that carries only a style is ``blank``.

    ``raw`` is the number as written, the decoded text, the error (``#DIV/0!``) or "0" / "1"; a
    date of type ``d`` is text in ISO 8601.  ``start`` and ``close`` are byte offsets as in
    :class:`Formula`; ``style`` is the index into the cell formats.
    """

    kind: Kind
    raw: str
    style: int
    start: int
    close: int
    written_formula: Formula | None

    @property
    def formula(self) -> str | None:
        """Return the formula without "=" ("" for a dependent shared one), None if there is none."""
        return None if self.written_formula is None else self.written_formula.text

    @property
    def number(self) -> Decimal:
        """Return the value of a number cell at the 15 significant digits a spreadsheet knows.

        Raises ``Rejected`` (SHEET-NUMBER) where the raw text is no finite number.
        """
        return _number(self.raw)


@lru_cache(maxsize=1 << 12)
def _number(raw: str) -> Decimal:
    """Weights, scores and percentages are much the same on every form."""
    value = float(raw) if _NUMBER.fullmatch(raw) else _INFINITE
    if abs(value) == _INFINITE:
        raise reject("SHEET-NUMBER", value=raw)
    try:
        return from_double(value)
    except InvalidOperation:  # more digits before the point than a form ever has
        return Decimal(format(value, ".15g"))


_BLANK: tuple[Kind, str] = ("blank", "")
_MIDNIGHT = re.compile(r"T00:00(:00(\.0+)?)?Z?$")
"""What the strict format writes behind a date that has no time."""


def content(
    type_: str | None, value: str | None, inline: list[str] | None, strings: SharedStrings
) -> tuple[Kind, str]:
    """Return kind and raw content from ``v`` (None: no such element) and the runs of ``is``.

    Raises ``ValueError`` for a type no workbook has, ``Rejected`` for a text that is not there.
    """
    if type_ == "s" and value is not None:
        return "text", strings.at(value)
    if type_ == "inlineStr" and inline is not None:
        return "text", decode("".join(inline))
    if value is None:
        return _BLANK
    if type_ is None or type_ == "n":
        number = value.strip()
        return ("number", number) if number else _BLANK
    return _other(type_, value)


def _other(type_: str, value: str) -> tuple[Kind, str]:
    if type_ in ("str", "inlineStr"):
        return "text", decode(value)
    if type_ == "d":
        return "text", _MIDNIGHT.sub("", decode(value).strip())
    if type_ == "b":
        return "boolean", value.strip()
    if type_ == "e":
        return "error", value.strip()
    raise ValueError(type_)
