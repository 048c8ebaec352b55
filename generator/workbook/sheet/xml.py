"""The XML parser for parts of a package: expat without DTDs, its errors turned into answers."""

from pyexpat import ExpatError, ParserCreate, XMLParserType

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
