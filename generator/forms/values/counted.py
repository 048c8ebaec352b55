"""Numerals that count something: 三十日, 五十万元, 三个半小时, 三至五天.

Words such as 一网通办 or 一次性 hold the same characters.  So a numeral counts only directly before
a known unit that ends the phrase, and not within an idiom.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.forms.values.idioms import idiom_end
from generator.forms.values.numerals import FIRST_NUMERALS, NUMERALS, numeral, numeral_end
from generator.forms.values.phrases import ends_phrase
from generator.forms.values.unit_names import unit_ends

_HALF = "个半"
# Not within a figure (43万, 10余万) nor after a vague number (数十人, 几百次).
_NO_START_BEHIND = frozenset(f"0123456789.{NUMERALS}余多数几")
_BETWEEN = ("至", "到", "~", "-")
_DATE_UNITS = ("月", "日", "号")
_YEAR = 4  # numerals: 二〇二四年


class Counted(NamedTuple):
    """A numeral that counts: where it ends, and how it is written in figures."""

    end: int
    figures: str


def count_in_figures(cell: str) -> str:
    """Return the folded cell with the numerals that count something written in figures."""
    counted = dict(_all_counted(cell))
    if not counted:
        return cell
    parts, at = [], 0
    while at < len(cell):
        idiom = idiom_end(cell, at)
        end = idiom or at + 1
        written = cell[at:end]
        if idiom is None and at in counted:
            end, written = counted[at]
        parts.append(written)
        at = end
    return "".join(parts)


def _all_counted(cell: str) -> Iterator[tuple[int, Counted]]:
    """Yield the numerals that count by where they begin, those within idioms too."""
    for start, glyph in enumerate(cell):
        if glyph in FIRST_NUMERALS and (not start or cell[start - 1] not in _NO_START_BEHIND):
            counted = _longest_counted(cell, start)
            if counted is not None:
                yield start, counted


def _longest_counted(cell: str, start: int) -> Counted | None:
    """Return what counts of a run of numerals: of 三百 only 三 before the unit 百."""
    for stop in range(numeral_end(cell, start), start, -1):
        if cell.startswith(_HALF, stop) and _is_before_unit(cell, stop + len(_HALF)):
            return _in_figures(cell, start, stop, _HALF)
        if _is_before_unit(cell, stop) or _is_low_end(cell, stop) or _is_date(cell, start, stop):
            return _in_figures(cell, start, stop)
    return None


def _in_figures(cell: str, start: int, stop: int, half: str = "") -> Counted:
    text = cell[start:stop]
    # 五十万元 keeps its multiplier: the unit is 万元.
    stem = text.rstrip("万亿") if numeral(text.rstrip("万亿")) else text
    value = numeral(stem)
    point = ".5" if half else ""
    figures = text + half if value is None else f"{value}{point}{text[len(stem) :]}"
    return Counted(stop + len(half), figures)


def _is_before_unit(cell: str, at: int) -> bool:
    return any(ends_phrase(cell, end) for end in unit_ends(cell, at))


def _is_low_end(cell: str, at: int) -> bool:
    """Tell whether the numeral goes on to another one before a unit: 三至五天."""
    if not cell.startswith(_BETWEEN, at):
        return False
    ends = range(numeral_end(cell, at + 1), at + 1, -1)
    return any(_is_before_unit(cell, end) for end in ends)


def _is_date(cell: str, start: int, end: int) -> bool:
    is_year = end - start >= _YEAR and cell.startswith("年", end)
    return is_year or cell.startswith(_DATE_UNITS, end)
