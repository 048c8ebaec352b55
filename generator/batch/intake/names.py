"""Names of archive members as people typed them, whatever program packed them.

Zips flag UTF-8; without the flag a name is in the code page of the machine that packed it, which
here means GB18030, or in UTF-8 all the same (macOS).
"""

import re
import unicodedata
from functools import cache

UNICODE_PATH = 0x7075
"""The extra field in which some programs repeat an unflagged name in UTF-8 (APPNOTE 4.6.9)."""

_USUAL = "\u0020-\u007e\u00b7\u2010-\u2027\u2460-\u249b\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"
"""What Chinese file names are made of; mojibake does not get by with it."""

_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')
_STEPS = ("", ".", "..")


def decoded(raw: bytes, extra: bytes, *, utf8: bool) -> str:
    """Return a member's name from its bytes, its extra fields and its UTF-8 flag.

    Unflagged bytes are UTF-8 where that gives a usual name: no Chinese name in GB18030 looks like
    one.  Then GB18030, then any UTF-8, and code page 437, which takes every byte.
    """
    repeated = _unicode_path(extra)
    if repeated is not None:
        return repeated
    if utf8:
        return raw.decode("utf-8", "replace")
    as_utf8, as_gb = _attempt(raw, "utf-8"), _attempt(raw, "gb18030")
    for name in (as_utf8, as_gb):
        if name is not None and _unusual().search(name) is None:
            return name
    return as_utf8 or _mostly_usual(as_gb) or raw.decode("cp437")


def harmless(name: str) -> str:
    """Return a relative path with ``/`` that leads nowhere but down and can be written anywhere."""
    steps = name.replace("\\", "/").split("/")
    kept = [_FORBIDDEN.sub("_", step).strip() for step in steps if step.strip() not in _STEPS]
    return unicodedata.normalize("NFC", "/".join(kept)) or "_"


def _attempt(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


@cache
def _unusual() -> re.Pattern[str]:
    return re.compile(f"[^{_USUAL}]")


def _mostly_usual(name: str | None) -> str | None:
    if name is None or 2 * len(_unusual().findall(name)) > len(name):
        return None
    return name


def _unicode_path(extra: bytes) -> str | None:
    at = 0
    while at + 4 <= len(extra):
        tag = int.from_bytes(extra[at : at + 2], "little")
        size = int.from_bytes(extra[at + 2 : at + 4], "little")
        if tag == UNICODE_PATH and size > 5:  # a version byte and a checksum come first
            return _attempt(extra[at + 9 : at + 4 + size], "utf-8")
        at += 4 + size
    return None
