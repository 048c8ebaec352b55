"""The XML of one cell: its start tag taken over, its content written anew; pieces put in place of
others.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from generator.forms.numbers import text
from generator.workbook.rejection import reject
from generator.workbook.sheet.edits import Clear, Edit, SetNumber
from generator.workbook.sheet.escapes import encode


class Replacement(NamedTuple):
    """``data`` instead of the bytes from ``start`` up to ``end``; an insertion where they meet."""

    start: int
    end: int
    data: bytes


def replace_all(source: bytes, replacements: Iterable[Replacement]) -> bytes:
    """Return ``source`` with all replacements made; they must not overlap.

    Insertions at one offset keep their order; with none at all ``source`` itself comes back.
    """
    ordered = sorted(replacements, key=lambda each: (each.start, each.end))
    if not ordered:
        return source
    pieces: list[bytes] = []
    at = 0
    for start, end, data in ordered:
        pieces += (source[at:start], data)
        at = end
    pieces.append(source[at:])
    return b"".join(pieces)


LONGEST_TEXT = 32_767  # characters Excel takes in one cell
_LONGEST_NUMBER = 20  # digits beyond which a number is written with an exponent

_START_TAG = re.compile(rb"""<([^\s/>]+)((?:[^"'>/]|"[^"]*"|'[^']*')*)(/?)>""")
_ATTRIBUTE = re.compile(rb"""\s+([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')""")


class StartTag(NamedTuple):
    """A start tag as written: name with prefix, attributes with their spaces, where it ends."""

    name: bytes
    attributes: bytes
    closed: bool
    end: int

    @property
    def prefix(self) -> bytes:
        """Return the namespace prefix with its colon, or nothing."""
        prefix, colon, _ = self.name.rpartition(b":")
        return prefix + colon

    def element_end(self, xml: bytes, close: int) -> int:
        """Return the offset after the whole element, ``close`` being that of its end tag."""
        return self.end if self.closed else xml.index(b">", close) + 1


def start_tag(xml: bytes, start: int) -> StartTag:
    """Return the start tag at an offset a scan gave."""
    match = _START_TAG.match(xml, start)
    assert match is not None, "a scan gives offsets of start tags"
    return StartTag(match[1], match[2], bool(match[3]), match.end())


def cell(tag: StartTag, formula_element: bytes, edit: Edit) -> bytes:
    """Return a cell element with the name and the attributes of ``tag``, the type apart."""
    name, attributes = tag.name, _without_type(tag.attributes)
    type_, value = _value(tag.prefix, bool(formula_element), edit)
    inner = formula_element + value
    if not inner:
        return b"<%b%b/>" % (name, attributes)
    return b"<%b%b%b>%b</%b>" % (name, attributes, type_, inner, name)


def formula(prefix: bytes, source: str | None) -> bytes:
    """Return a plain formula element, nothing for None."""
    return b"" if source is None else b"<%bf>%b</%bf>" % (prefix, encode(source), prefix)


def _without_type(attributes: bytes) -> bytes:
    """Return the raw attributes of a cell but the type; order and spelling stay."""
    if b"t" not in attributes:
        return attributes
    kept = (each[0] for each in _ATTRIBUTE.finditer(attributes) if each[1] != b"t")
    return b"".join(kept)


def _value(prefix: bytes, calculated: bool, edit: Edit) -> tuple[bytes, bytes]:
    """Return the type attribute and the element of the value."""
    if isinstance(edit, Clear):
        return b"", b""
    if isinstance(edit, SetNumber):
        return b"", b"<%bv>%b</%bv>" % (prefix, number(edit.value), prefix)
    content = encode(_checked(edit.value))
    if calculated:
        return b' t="str"', b"<%bv>%b</%bv>" % (prefix, content, prefix)
    return b' t="inlineStr"', _inline(prefix, content, edit.value != edit.value.strip())


def _inline(prefix: bytes, content: bytes, spaced: bool) -> bytes:
    """Return an inline text; spaces at its ends are kept only where the element says so."""
    space = b' xml:space="preserve"' if spaced else b""
    form = b"<%bis><%bt%b>%b</%bt></%bis>"
    return form % (prefix, prefix, space, content, prefix, prefix)


def _checked(value: str) -> str:
    if len(value) > LONGEST_TEXT:
        raise reject("SHEET-TEXT-LENGTH", length=len(value), limit=LONGEST_TEXT)
    return value


def number(value: Decimal) -> bytes:
    """Return a number as spreadsheets write it: no zeros at the end of decimals.

    Raises ``Rejected`` (SHEET-NUMBER) for one no cell can hold.
    """
    if not value.is_finite():
        raise reject("SHEET-NUMBER", value=value)
    if abs(value.adjusted()) >= _LONGEST_NUMBER:
        return format(value, "E").encode("ascii")
    plain = text(value)
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain).encode("ascii")
