"""The central directory of a zip, read by our own hand so that members can be copied raw; which
names a member may have.
"""

import struct
from collections.abc import Iterable

from msgspec import Struct

from generator.workbook.package.limits import Limits
from generator.workbook.package.member import (
    CENTRAL,
    DEFLATED,
    FLAG_ENCRYPTED,
    FLAG_UTF8,
    LOCAL,
    STORED,
    Member,
)
from generator.workbook.rejection import reject


def require_safe_names(names: Iterable[str]) -> None:
    """Raise ``Rejected`` for a name that leads out of the package, or that occurs twice.

    Part names do not tell upper from lower case, so ``a.xml`` and ``A.xml`` are one name.
    """
    seen: set[str] = set()
    for name in names:
        if not is_safe(name):
            raise reject("PKG-NAME", name=name)
        folded = name.lower()
        if folded in seen:
            raise reject("PKG-DUPLICATE", name=name)
        seen.add(folded)


def is_safe(name: str) -> bool:
    """Say whether ``name`` stays inside: not absolute, no backslash, drive, NUL or ``..``."""
    if not name or name.startswith("/") or any(char in name for char in "\\:\0"):
        return False
    return all(step not in ("", ".", "..") for step in name.removesuffix("/").split("/"))


END = struct.Struct("<4s4H2IH")
END_SIGNATURE, CENTRAL_SIGNATURE, LOCAL_SIGNATURE = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_LONGEST_COMMENT = 0xFFFF
_ZIP64_COUNT, _ZIP64_SIZE = 0xFFFF, 0xFFFFFFFF


class Directory(Struct, frozen=True):
    """The members in the order listed, and where the directory and its end record stand."""

    members: tuple[Member, ...]
    start: int
    end: int


def read_directory(data: bytes, limits: Limits) -> Directory:
    """Parse and check the central directory of ``data``; raise ``Rejected`` for any defect."""
    end = _find_end(data)
    _, disk, first_disk, here, count, size, start, _ = END.unpack_from(data, end)
    if count == _ZIP64_COUNT or _ZIP64_SIZE in (size, start):
        raise reject("PKG-ZIP64")
    if disk or first_disk or here != count or start + size != end:
        raise reject("PKG-DAMAGED")
    if count > limits.members:
        raise reject("PKG-MEMBERS", count=count, limit=limits.members)
    members = _read_members(data, start, end, count)
    _check(members, start, limits)
    return Directory(members, start, end)


def _find_end(data: bytes) -> int:
    """Return the offset of the end record: the last one whose comment fits into the file."""
    floor = max(0, len(data) - END.size - _LONGEST_COMMENT)
    position = data.rfind(END_SIGNATURE, floor)
    while position >= 0:
        comment = position + END.size
        if comment <= len(data):
            length = int.from_bytes(data[comment - 2 : comment], "little")
            if comment + length <= len(data):
                return position
        position = data.rfind(END_SIGNATURE, floor, position)
    raise reject("PKG-TRUNCATED")


def _read_members(data: bytes, start: int, end: int, count: int) -> tuple[Member, ...]:
    members = []
    for _ in range(count):
        member = _read_member(data, start, end)
        members.append(member)
        start += len(member.record)
    if start != end:
        raise reject("PKG-DAMAGED")
    return tuple(members)


def _read_member(data: bytes, at: int, end: int) -> Member:
    if at + CENTRAL.size > end or not data.startswith(CENTRAL_SIGNATURE, at):
        raise reject("PKG-DAMAGED")
    fields = CENTRAL.unpack_from(data, at)
    flags, method = fields[3:5]
    crc, packed, size, name_length, extra, comment = fields[7:13]
    start = fields[16]
    name_at = at + CENTRAL.size
    name_end = name_at + name_length
    record_end = name_end + extra + comment
    if record_end > end:
        raise reject("PKG-DAMAGED")
    raw_name = data[name_at:name_end]
    name = _decode(raw_name, flags)
    _check_member(name, flags, method, packed, size, start)
    content = _local_content(data, start, raw_name)
    return Member(name, data[at:record_end], flags, method, crc, packed, size, start, content)


def _decode(raw: bytes, flags: int) -> str:
    """Decode a member name: UTF-8 where flagged, else code page 437, which takes any byte."""
    try:
        return raw.decode("utf-8" if flags & FLAG_UTF8 else "cp437")
    except UnicodeDecodeError:
        raise reject("PKG-NAME", name=raw.decode("cp437")) from None


def _check_member(name: str, flags: int, method: int, packed: int, size: int, start: int) -> None:
    if flags & FLAG_ENCRYPTED:
        raise reject("PKG-MEMBER-ENCRYPTED", name=name)
    if method not in (STORED, DEFLATED):
        raise reject("PKG-COMPRESSION", name=name, method=method)
    if _ZIP64_SIZE in (packed, size, start):
        raise reject("PKG-ZIP64")


def _local_content(data: bytes, start: int, name: bytes) -> int:
    """Return where the content behind the local header at ``start`` begins."""
    if start + LOCAL.size > len(data) or not data.startswith(LOCAL_SIGNATURE, start):
        raise reject("PKG-DAMAGED")
    name_length: int
    extra: int
    name_length, extra = LOCAL.unpack_from(data, start)[9:]
    name_at = start + LOCAL.size
    if data[name_at : name_at + name_length] != name:
        raise reject("PKG-DAMAGED")
    return name_at + name_length + extra


def _check(members: tuple[Member, ...], directory: int, limits: Limits) -> None:
    require_safe_names([member.name for member in members])
    if sum(member.size for member in members) > limits.inflated:
        raise reject("PKG-INFLATED", limit=limits.inflated // 1024 // 1024)
    ordered = sorted(members, key=lambda member: member.start)
    borders = [member.start for member in ordered[1:]] + [directory]
    for member, border in zip(ordered, borders, strict=False):
        if member.data_end > border:
            raise reject("PKG-OVERLAP", name=member.name)
