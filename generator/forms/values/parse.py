"""The reading of a cell: from the most certain kind to words a person has to judge."""

import re
from decimal import Decimal
from functools import lru_cache

from generator.forms.values.compounds import in_one_unit
from generator.forms.values.dates import read_date
from generator.forms.values.figures import malformed
from generator.forms.values.glyphs import fold
from generator.forms.values.numerals import NUMERALS, spell_out
from generator.forms.values.quantities import read_quantity
from generator.forms.values.ranges import read_range
from generator.forms.values.readings import (
    Blank,
    NotApplicable,
    PointInTime,
    Qualitative,
    Quantity,
    Range,
    Sign,
    Unreadable,
    Value,
    Why,
)
from generator.forms.values.render import render
from generator.forms.values.signs import GLYPHS, SignsDisagreeError, glyph_sign
from generator.forms.values.units import known, leading_unit
from generator.forms.values.vocabulary import vocabulary

_REMEMBERED = 16384
# No value is longer; a whole report pasted into a cell is words, whatever figures it holds.
_LONGEST = 200
_FIGURE = re.compile("[0-9]")
_QUARTER = re.compile("[一二三四]季度")

# The official notation, =100.00(%), needs none of the other rules.
_PLAIN = re.compile(r"([=≥≤><])?([0-9]{1,9}(?:\.[0-9]{1,6})?)(?:\(([^()0-9\s]{1,8})\)|(%))?")
_WORDS = re.compile(rf"[^0-9０-９{GLYPHS}{NUMERALS}]*")
_SIGNS = {sign.value: sign for sign in Sign}
_CLOSING = "。;,、. "
_WRAPPED = re.compile(r"[(“\"‘'「]([^()“”\"‘’'「」]+)[)”\"’'」]")
# The official notation brackets the year too: =2024.00(年).
_YEAR = re.compile(r"((?:19|20)[0-9]{2})(?:\.0+)?\(年\)")


def parse(text: str | None) -> Value:
    """Read what somebody wrote as target or actual.  Takes any string and never raises."""
    if text is None:
        return Blank()
    return _parse(text) if len(text) > _LONGEST else _remembered(text)


def says_not_applicable(text: str | None) -> bool:
    """Tell whether :func:`parse` gives ``NotApplicable``, without reading what else it may be."""
    if text is None or len(text) > _LONGEST:
        return False
    return _tidy(fold(text).rstrip(_CLOSING)).upper() in vocabulary().not_applicable


@lru_cache(maxsize=_REMEMBERED)
def _remembered(text: str) -> Value:
    return _parse(text)


def _parse(text: str) -> Value:
    plain = _plain(text, text)
    if plain is not None:
        return plain
    cell = _tidy(fold(text).rstrip(_CLOSING))
    if len(cell) > _LONGEST:
        return Qualitative(text, None, cell, figures=bool(_FIGURE.search(cell)))
    try:
        return _plain(text, cell) or _read(text, cell)
    except SignsDisagreeError:
        return Unreadable(text, Why.SIGNS_DISAGREE)


def _plain(text: str, cell: str) -> Quantity | None:
    """Read the official notation; most cells are written in it."""
    match = _PLAIN.fullmatch(cell)
    if match is None:
        return None
    sign, figure, bracketed, percent = match.groups()
    measured = known(percent or bracketed or "")
    if measured is None or bracketed == "年":
        return None
    return Quantity(text, _SIGNS.get(sign), Decimal(figure), measured)


def _tidy(cell: str) -> str:
    """Drop notes that change nothing, and brackets and quotes around the whole cell."""
    if "(" in cell:
        for note in vocabulary().inclusive:
            cell = cell.replace(note, "")
        cell = _YEAR.sub(r"\1年", cell).rstrip(_CLOSING)
    wrapped = _WRAPPED.fullmatch(cell)
    return wrapped[1].rstrip(_CLOSING) if wrapped else cell


def _read(text: str, cell: str) -> Value:
    if not cell:
        words = fold(text)
        return Qualitative(text, None, words) if words else Blank(text)
    if cell.upper() in vocabulary().not_applicable:
        return NotApplicable(text)
    if cell in vocabulary().grades:
        return Qualitative(text, vocabulary().grades[cell], cell)
    if _WORDS.fullmatch(cell):
        return Qualitative(text, None, cell)
    spelled = in_one_unit(spell_out(cell))
    if not _FIGURE.search(spelled):
        return _without_figures(text, cell)
    return _with_figures(text, spelled) or Qualitative(text, None, cell, figures=True)


def _with_figures(text: str, cell: str) -> Value | None:
    value = _figures(text, cell)
    if isinstance(value, Quantity | Range | PointInTime) and not cell.startswith(value.label):
        # Words from behind the number moved into the label.  Where they then read differently
        # (31日百分之) the reading was chance.
        again = _figures(text, spell_out(_tidy(fold(render(value)))))
        return value if again == value else None
    return value


def _figures(text: str, cell: str) -> Value | None:
    point = read_date(text, cell)
    if point is not None:
        return point
    why = malformed(cell)
    if why is not None:
        return Unreadable(text, why)
    return read_range(text, cell) or read_quantity(text, cell)


def _without_figures(text: str, cell: str) -> Value:
    """Read words; a sign that has only a unit behind it has lost its number."""
    if _QUARTER.search(cell):
        return _with_figures(text, cell) or Qualitative(text, None, cell)
    rest = cell.lstrip(GLYPHS)
    run = cell[: len(cell) - len(rest)]
    if not run:
        return Qualitative(text, None, cell)
    glyph_sign(run)
    name = rest.strip("()")
    if not name or leading_unit(name) == name:
        return Unreadable(text, Why.SIGN_WITHOUT_NUMBER)
    return Qualitative(text, None, cell)
