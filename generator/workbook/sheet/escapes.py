"""Texts as workbooks write them: ``_xHHHH_`` for what XML cannot carry, then XML's own escapes."""

import re
from functools import lru_cache

_ESCAPED = r"_x([0-9A-Fa-f]{4})_"
# What XML has no character for; the carriage return, which parsers turn into a line feed; and an
# underscore that would begin an escape.  None of the characters is printable.
_UNFIT = r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)"

_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(amp|lt|gt|quot|apos));")
_SHORT = 512  # bytes; longer texts are hardly ever the same
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def decode(text: str) -> str:
    """Return the text a person sees; halves of a surrogate pair join, a lone one is U+FFFD."""
    if "_x" not in text:
        return text
    plain = re.sub(_ESCAPED, lambda match: chr(int(match[1], 16)), text)
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def encode(text: str) -> bytes:
    """Return the content of a text element: the opposite of :func:`decode`, escaped, in UTF-8."""
    # Line feeds and wide blanks are fit, though not printable.
    printable = text.replace("\n", "").replace("\u3000", "").isprintable()
    if "_x" in text or not printable:
        text = re.sub(_UNFIT, lambda match: f"_x{ord(match[0]):04X}_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode("utf-8")


def character_data(raw: bytes) -> str:
    """Return what an XML parser makes of raw text without tags in a part it has accepted."""
    if b"&" not in raw:
        return raw.decode()
    return _remembered(raw) if len(raw) <= _SHORT else _dereferenced(raw)


@lru_cache(maxsize=1 << 12)
def _remembered(raw: bytes) -> str:
    """Labels and names of one layout come again in every workbook of a batch."""
    return _dereferenced(raw)


def _dereferenced(raw: bytes) -> str:
    return _REFERENCE.sub(_character, raw.decode())


def _character(reference: re.Match[str]) -> str:
    hexadecimal, number, name = reference.groups()
    if name:
        return _NAMED[name]
    return chr(int(hexadecimal, 16) if hexadecimal else int(number))
