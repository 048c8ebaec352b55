"""Zips written byte by byte: with the names, flags and sizes programs and attackers write."""

import struct
import zlib
from dataclasses import dataclass

FLAG_ENCRYPTED, FLAG_UTF8 = 0x0001, 0x0800
_LOCAL, _CENTRAL = struct.Struct("<4s5H3I2H"), struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")


@dataclass(frozen=True)
class Packed:
    """One member; ``size`` is what the directory claims, ``at`` where it says the member is."""

    name: bytes
    content: bytes = b""
    flags: int = 0
    method: int = 8
    size: int | None = None
    at: int | None = None
    extra: bytes = b""


def zipped(*members: Packed) -> bytes:
    """Return a zip of some members in order."""
    body, directory = b"", b""
    for each in members:
        local, central = _records(each, len(body) if each.at is None else each.at)
        body += local
        directory += central
    count = len(members)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + end


def zip_of(files: dict[str, bytes]) -> bytes:
    """Return a zip as a program writes it that flags its names as UTF-8."""
    return zipped(*(Packed(name.encode(), data, FLAG_UTF8) for name, data in files.items()))


def gbk(name: str, content: bytes = b"") -> Packed:
    """Return a member as Windows in Chinese packs it."""
    return Packed(name.encode("gbk"), content)


def unicode_path(name: str) -> bytes:
    """Return the extra field that repeats a name in UTF-8."""
    body = b"\x01" + bytes(4) + name.encode()
    return struct.pack("<2H", 0x7075, len(body)) + body


def _records(each: Packed, start: int) -> tuple[bytes, bytes]:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(each.content) + packer.flush() if each.method == 8 else each.content
    size = len(each.content) if each.size is None else each.size
    common = (20, each.flags, each.method, 0, 0x5000, zlib.crc32(each.content), len(packed), size)
    lengths = (len(each.name), len(each.extra))
    local = _LOCAL.pack(b"PK\x03\x04", *common, *lengths) + each.name + each.extra
    central = _CENTRAL.pack(b"PK\x01\x02", 20, *common, *lengths, 0, 0, 0, 0, start)
    return local + packed, central + each.name + each.extra
