"""XML of package parts: expat without DTDs, its errors turned into answers; small parts as a flat
list of their elements.
"""

from collections.abc import Sequence
from functools import lru_cache
from pyexpat import ExpatError, ParserCreate, XMLParserType

from msgspec import Struct, field

from generator.workbook.rejection import reject

MAIN_NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_ENCODINGS = (None, "utf-8", "utf8", "us-ascii", "ascii")
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


def new_parser(part: str) -> XMLParserType:
    """Return a parser that names elements ``namespace local`` and refuses DTDs and odd encodings.

    Text comes in one piece between two tags; offsets count bytes of what is parsed.
    """

    def doctype(*_: object) -> None:
        raise reject("XML-DOCTYPE", part=part)

    def declaration(_version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise reject("XML-ENCODING", part=part)

    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = doctype
    parser.XmlDeclHandler = declaration
    return parser


def parse(parser: XMLParserType, xml: bytes, part: str) -> None:
    """Run ``parser`` over a whole part; raise ``Rejected`` where it is not well-formed UTF-8."""
    feed(parser, xml, part, final=True)


def feed(parser: XMLParserType, piece: bytes, part: str, *, final: bool) -> None:
    """Run ``parser`` over the next piece of a part; as :func:`parse`."""
    if piece.startswith(_UTF16):
        raise reject("XML-ENCODING", part=part)
    try:
        parser.Parse(piece, final)
    except ExpatError:
        raise reject("XML-BROKEN", part=part) from None


def local(name: str) -> str:
    """Return an element's or attribute's name without its namespace."""
    return name.rpartition(" ")[2]


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
