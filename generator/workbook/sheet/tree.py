"""The small parts of a package (relations, workbook) as a flat list of their elements."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct, field

from generator.workbook.rejection import reject
from generator.workbook.sheet.xml import local, new_parser, parse

_SHORT = 1 << 14  # bytes


class Element(Struct):
    """An element in document order: full name, attributes, its own text, its bytes' offset.

    ``tag`` is the name without its namespace.
    """

    name: str
    tag: str
    attributes: dict[str, str]
    start: int
    close: int = 0
    texts: list[str] = field(default_factory=list)

    def get(self, name: str, otherwise: str = "") -> str:
        """Return the attribute of that name, whatever its namespace."""
        if name in self.attributes:
            return self.attributes[name]
        for key, value in self.attributes.items():
            if local(key) == name:
                return value
        return otherwise


def elements(xml: bytes, part: str, depth: int) -> Sequence[Element]:
    """Return all elements of a part, the root first; raise ``Rejected`` for bad XML.

    ``depth`` is the deepest nesting allowed.  The elements are not to be changed: parts with the
    same bytes, which the workbooks of a batch have, share them.
    """
    return _remembered(xml, part, depth) if len(xml) <= _SHORT else _parsed(xml, part, depth)


@lru_cache(maxsize=64)
def _remembered(xml: bytes, part: str, depth: int) -> Sequence[Element]:
    return _parsed(xml, part, depth)


def _parsed(xml: bytes, part: str, depth: int) -> Sequence[Element]:
    found: list[Element] = []
    opened: list[Element] = []
    parser = new_parser(part)

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(opened) >= depth:
            raise reject("XML-DEPTH", part=part, limit=depth)
        element = Element(name, local(name), attributes, parser.CurrentByteIndex)
        found.append(element)
        opened.append(element)

    def end(_name: str) -> None:
        opened.pop().close = parser.CurrentByteIndex

    def text(data: str) -> None:
        opened[-1].texts.append(data)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text
    parse(parser, xml, part)
    return found
