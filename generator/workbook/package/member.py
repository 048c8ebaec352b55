"""One member of a zip: its central record, its local header, and its inflated content."""

import struct

from msgspec import Struct

from generator.workbook.package import deflate
from generator.workbook.rejection import reject

LOCAL = struct.Struct("<4s5H3I2H")  # signature … crc, sizes, lengths of name and extra
CENTRAL = struct.Struct("<4s6H3I5H2I")
STORED, DEFLATED = 0, 8
FLAG_ENCRYPTED, FLAG_UTF8 = 0x0001, 0x0800


class Member(Struct, frozen=True):
    """A member as the central directory lists it; offsets count in the whole file.

    ``record`` is the central record as it stands (header, name, extra, comment); ``start`` is
    where the local header begins, ``data`` where the compressed bytes begin.
    """

    name: str
    record: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    start: int
    data: int

    @property
    def data_end(self) -> int:
        """Return the offset after the compressed bytes (a data descriptor may follow)."""
        return self.data + self.packed


def inflate(member: Member, source: bytes) -> bytes:
    """Return the content, never inflating more than the directory declares; CRC checked."""
    raw = source[member.data : member.data_end]
    content = raw if member.method == STORED else _inflate(member, raw)
    if len(content) != member.size or deflate.crc32(content) != member.crc:
        raise reject("PKG-CRC", name=member.name)
    return content


def _inflate(member: Member, raw: bytes) -> bytes:
    try:
        content = deflate.inflate(raw, member.size + 1)
    except deflate.error:
        raise reject("PKG-CRC", name=member.name) from None
    if len(content) > member.size:
        raise reject("PKG-BOMB", name=member.name)
    return content
