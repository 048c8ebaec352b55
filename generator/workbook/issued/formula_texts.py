"""When two formulas are the same: programs write blanks, capitals and quotes in their own way."""

import re

from generator.workbook.sheet.cell import Cell

_QUOTED = re.compile(r'("(?:[^"]|"")*")')
_SPELLING = re.compile(r"_xlfn\.|_xlws\.|_xludf\.|(?<=TRUE)\(\)|(?<=FALSE)\(\)")
"""Prefixes of newer functions; LibreOffice writes FALSE as FALSE()."""


def same_formula(issued: str, returned: str) -> bool:
    """Tell whether two formulas (without "=") say the same; texts in quotes count to the letter."""
    return issued == returned or _canonical(issued) == _canonical(returned)


def holds_formula(cell: Cell | None, issued: str) -> bool:
    """Tell whether a cell holds a formula that says the same as the one issued.

    A follower of a shared formula has no text of its own: it was filled from a neighbour, and so
    is taken for the same.
    """
    written = None if cell is None else cell.written_formula
    if written is None:
        return False
    follows = written.group is not None and not written.text
    return follows or same_formula(issued, written.text)


def _canonical(formula: str) -> str:
    """Return a formula in one spelling, its quoted texts as they are."""
    parts = _QUOTED.split(formula)
    parts[::2] = [_SPELLING.sub("", "".join(part.split())).upper() for part in parts[::2]]
    return "".join(parts)
