"""What an XML parser would still refuse in XML whose tags are all known.

Characters, references and attributes: a few looks at the bytes, each a single call into C.  They
may doubt what expat takes, never the reverse.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

# Every control character but tab and line feed; a carriage return is one a parser would change.
_CONTROLS = bytes([*range(9), 11, 12, *range(13, 32)])
_NEAR_THE_LAST = b"\xef\xbf"  # begins U+FFFE and U+FFFF, which are no characters, and few others
_DECIMAL = (
    rb"#(?:9|10|3[2-9]|[4-9][0-9]|[1-9][0-9]{2,3}|[1-4][0-9]{4}"
    rb"|5(?:[0-4]|[89])[0-9]{3}|6[0-4][0-9]{3}|65[0-4][0-9]{2})"  # no halves of surrogates
)
_NAMED = rb"amp|lt|gt|quot|apos"
_REFERENCES = rb"(?:[^&]*+&(?:%b);)*+[^&]*+"
_ONLY_NAMED = re.compile(_REFERENCES % _NAMED)
_ANY = _REFERENCES % (_NAMED + b"|" + _DECIMAL)
_NAME = re.compile(rb' ([^="]+)="[^"]*"')
_ROOT = re.compile(rb"<worksheet[^<>]*>")


def is_certain(xml: bytes) -> bool:
    """Tell whether texts between known tags are surely UTF-8, characters and references."""
    if len(xml.translate(None, _CONTROLS)) < len(xml) or b"]]>" in xml:
        return False
    if not xml.isascii() and (_NEAR_THE_LAST in xml or not _is_utf8(xml)):
        return False
    return b"&" not in xml or _has_only_references(xml)


def _has_only_references(xml: bytes) -> bool:
    """Tell whether every ampersand begins a reference; nearly all texts name what they mean."""
    return bool(_ONLY_NAMED.fullmatch(xml) or re.fullmatch(_ANY, xml))


def _is_utf8(xml: bytes) -> bool:
    try:
        xml.decode()
    except UnicodeDecodeError:
        return False
    return True


def prefixes(head: bytes) -> frozenset[bytes]:
    """Return the prefixes the root of a worksheet surely declares; ``head`` is what opens it."""
    root = None if b"<!" in head else _ROOT.search(head)
    names = [] if root is None else _NAME.findall(root[0])
    return frozenset([b"xml", *(name[6:] for name in names if name.startswith(b"xmlns:"))])


def are_distinct(attributes: Iterable[bytes], declared: frozenset[bytes]) -> bool:
    """Tell whether each of some lists of attributes names none twice, and known prefixes only.

    ``r`` stands before the list and is not named again.
    """
    return all(_is_sound(each, declared) for each in attributes)


@lru_cache(maxsize=1 << 12)
def _is_sound(attributes: bytes, declared: frozenset[bytes]) -> bool:
    names = _NAME.findall(attributes)
    spaces = {name.rpartition(b":")[0] for name in names if b":" in name}
    return len(set(names)) == len(names) and b"r" not in names and spaces <= declared
