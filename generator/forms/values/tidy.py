"""What stands around a value and changes nothing: closing marks, notes, brackets and quotes."""

import re

from generator.forms.values.glyphs import fold
from generator.forms.values.vocabulary import vocabulary

_CLOSING = "。;,、. "
_OPENING_BRACKETS = "(“\"‘'「"
_CLOSING_BRACKETS = ")”\"’'」"
_BRACKETS = frozenset("()“”\"‘’'「」")
# The official notation brackets the year too: =2024.00(年).
_YEAR = r"((?:19|20)[0-9]{2})(?:\.0+)?\(年\)"


def folded(text: str) -> str:
    """Return a text as a folded cell without what changes nothing around its value."""
    return tidy(fold(text).rstrip(_CLOSING))


def tidy(cell: str) -> str:
    """Drop notes that change nothing, and brackets and quotes around the whole cell."""
    if "(" in cell:
        for note in vocabulary().inclusive:
            cell = cell.replace(note, "")
        if "(年)" in cell:
            cell = re.sub(_YEAR, r"\1年", cell)
        cell = cell.rstrip(_CLOSING)
    return cell[1:-1].rstrip(_CLOSING) if _is_wrapped(cell) else cell


def _is_wrapped(cell: str) -> bool:
    """Tell whether one pair of brackets or quotes holds the whole cell."""
    inner = cell[1:-1]
    if not inner or cell[0] not in _OPENING_BRACKETS or cell[-1] not in _CLOSING_BRACKETS:
        return False
    return _BRACKETS.isdisjoint(inner)
