"""The extra fields of a zip header: tagged blocks such as time stamps."""

import struct
from collections.abc import Iterator, Mapping

from generator.workbook.package.deflate import crc32, deflate
from generator.workbook.package.directory import END, LOCAL_SIGNATURE, Directory
from generator.workbook.package.member import CENTRAL, DEFLATED, FLAG_UTF8, LOCAL, Member
from generator.workbook.rejection import reject

_ZIP64_TAG = 0x0001


def without_zip64(extra: bytes) -> bytes:
    """Return ``extra`` without the block of 64-bit sizes, which plain sizes would contradict.

    A block that does not fit (some writers pad with zeros) ends the list and stays as it is.
    """
    kept, at = b"", 0
    while at + 4 <= len(extra):
        tag = int.from_bytes(extra[at : at + 2], "little")
        following = at + 4 + int.from_bytes(extra[at + 2 : at + 4], "little")
        if following > len(extra):
            break
        if tag != _ZIP64_TAG:
            kept += extra[at:following]
        at = following
    return kept + extra[at:]


_OFFSET = struct.Struct("<I")
_OFFSET_AT = 42  # of the local header's offset within a central record
_MOST_MEMBERS = 0xFFFE


def rewrite(source: bytes, directory: Directory, changes: Mapping[str, bytes | None]) -> bytes:
    """Return the file with ``changes`` applied: new content by name, None leaves a member out."""
    pieces: list[bytes] = []
    records: dict[str, bytes] = {}
    offset = 0
    for name, body, record in _parts(source, directory, changes):
        records[name] = _moved(record, offset)
        pieces.append(body)
        offset += len(body)
    listed = [records[name] for name in _listing(directory, changes) if name in records]
    return b"".join((*pieces, *listed, _end(source, directory, listed, offset)))


def _parts(
    source: bytes, directory: Directory, changes: Mapping[str, bytes | None]
) -> Iterator[tuple[str, bytes, bytes]]:
    """Yield name, local bytes and central record of each member in the order of the file."""
    ordered = sorted(directory.members, key=lambda member: member.start)
    borders = [*(member.start for member in ordered[1:]), directory.start]
    for member, border in zip(ordered, borders, strict=True):
        if member.name not in changes:
            yield member.name, source[member.start : border], member.record
        elif (content := changes[member.name]) is not None:
            yield member.name, *_replaced(member, source, content)
    yield from _added(directory, changes)


def _added(
    directory: Directory, changes: Mapping[str, bytes | None]
) -> Iterator[tuple[str, bytes, bytes]]:
    known = {member.name for member in directory.members}
    for name, content in changes.items():
        if name not in known and content is not None:
            yield name, *_new(name, content, directory.members[0])


def _listing(directory: Directory, changes: Mapping[str, bytes | None]) -> dict[str, None]:
    """Return all names, once each: those listed before in that order, then the added ones."""
    return dict.fromkeys((*(member.name for member in directory.members), *changes))


def _replaced(member: Member, source: bytes, content: bytes) -> tuple[bytes, bytes]:
    """Return local bytes and central record of ``member`` holding ``content``."""
    fields = list(CENTRAL.unpack_from(member.record))
    name_at = CENTRAL.size
    extra_at = name_at + fields[10]
    comment_at = extra_at + fields[11]
    name = member.record[name_at:extra_at]
    central_extra = without_zip64(member.record[extra_at:comment_at])
    local_extra = without_zip64(source[member.start + LOCAL.size + len(name) : member.data])
    packed = _fill(fields, content)
    fields[11] = len(central_extra)
    record = CENTRAL.pack(*fields) + name + central_extra + member.record[comment_at:]
    return _local(fields, name, local_extra) + packed, record


def _new(name: str, content: bytes, model: Member) -> tuple[bytes, bytes]:
    """Return local bytes and central record of a new member, dated like ``model``."""
    raw = name.encode("utf-8")
    fields = list(CENTRAL.unpack_from(model.record))
    fields[3] = 0 if name.isascii() else FLAG_UTF8
    fields[10:16] = [len(raw), 0, 0, 0, 0, 0]
    packed = _fill(fields, content)
    return _local(fields, raw, b"") + packed, CENTRAL.pack(*fields) + raw


def _fill(fields: list[int], content: bytes) -> bytes:
    """Deflate ``content`` and put method, CRC and sizes into the central ``fields``."""
    packed = deflate(content)
    fields[3] &= FLAG_UTF8  # sizes are known: no data descriptor
    fields[4] = DEFLATED
    fields[7:10] = [crc32(content), len(packed), len(content)]
    return packed


def _local(fields: list[int], name: bytes, extra: bytes) -> bytes:
    header = LOCAL.pack(LOCAL_SIGNATURE, *fields[2:10], len(name), len(extra))
    return header + name + extra


def _moved(record: bytes, offset: int) -> bytes:
    return record[:_OFFSET_AT] + _OFFSET.pack(offset) + record[_OFFSET_AT + _OFFSET.size :]


def _end(source: bytes, directory: Directory, listed: list[bytes], start: int) -> bytes:
    if len(listed) > _MOST_MEMBERS:
        raise reject("PKG-ZIP64")
    fields = list(END.unpack_from(source, directory.end))
    fields[3:7] = [len(listed), len(listed), sum(map(len, listed)), start]
    return END.pack(*fields) + source[directory.end + END.size :]
