"""The central directory of an archive, large ones (Zip64) too, read without its contents."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.batch.intake.limits import MB, ArchiveLimits
from generator.batch.intake.names import decoded, harmless
from generator.workbook.rejection import reject

FLAG_ENCRYPTED, FLAG_UTF8 = 0x0001, 0x0800
LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_END64 = struct.Struct("<4sQ2H2I4Q")
_LOCATOR = struct.Struct("<4sIQI")
_LONGEST_COMMENT = 0xFFFF
_IN_EXTRA, _ZIP64_TAG = 0xFFFFFFFF, 0x0001
_LARGEST = 128 * MB  # of a directory

Stored = Path | bytes
"""Where an archive is: a file on disk, or, inside another archive, its bytes."""


class Entry(NamedTuple):
    """One member: its name made harmless, its sizes, and where its local header begins."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    start: int
    is_folder: bool


def piece(source: Stored, start: int, length: int) -> bytes:
    """Return some bytes of an archive, fewer at its end; raise ``OSError`` for a file not there."""
    if isinstance(source, bytes):
        return source[start : start + length]
    with source.open("rb") as file:
        file.seek(start)
        return file.read(length)


def size_of(source: Stored) -> int:
    """Return the size of an archive in bytes."""
    return len(source) if isinstance(source, bytes) else source.stat().st_size


def read_entries(source: Stored, limits: ArchiveLimits) -> tuple[Entry, ...]:
    """Return the members in the order listed.

    Raises ``Rejected`` (ARCHIVE-DAMAGED, -SPLIT, -MEMBERS, -OVERLAP), ``OSError`` for a file that
    cannot be read.
    """
    end, count, size, start = _end_record(source)
    shift = end - size - start  # of what stands before the archive: a program that unpacks it
    if count > limits.members or size > _LARGEST:
        raise reject("ARCHIVE-MEMBERS", limit=limits.members)
    if shift < 0:
        raise reject("ARCHIVE-DAMAGED")
    found = list(_entries(piece(source, end - size, size), shift, limits.members))
    _require_apart(found, end - size)
    return tuple(found)


def _end_record(source: Stored) -> tuple[int, int, int, int]:
    """Return where the directory ends, how many members it has, its size and its offset."""
    size = size_of(source)
    floor = max(0, size - _END.size - _LONGEST_COMMENT)
    tail = piece(source, floor, size - floor)
    at = tail.rfind(b"PK\x05\x06", 0, len(tail) - _END.size + 4)
    if at < 0:
        raise reject("ARCHIVE-DAMAGED")
    _, disk, first_disk, here, count, length, start, _ = _END.unpack_from(tail, at)
    if _IN_EXTRA in (length, start) or count == 0xFFFF:
        large = _end64_record(source, floor + at)
        if large is not None:
            return large
    if disk or first_disk or here != count:
        raise reject("ARCHIVE-SPLIT")
    return floor + at, count, length, start


def _end64_record(source: Stored, end: int) -> tuple[int, int, int, int] | None:
    locator = piece(source, max(0, end - _LOCATOR.size), _LOCATOR.size)
    if len(locator) < _LOCATOR.size or not locator.startswith(b"PK\x06\x07"):
        return None
    at = min(_LOCATOR.unpack(locator)[2], end)
    record = piece(source, at, _END64.size)
    if len(record) < _END64.size or not record.startswith(b"PK\x06\x06"):
        raise reject("ARCHIVE-DAMAGED")
    fields = _END64.unpack(record)
    return at, fields[7], fields[8], fields[9]


def _entries(directory: bytes, shift: int, most: int) -> Iterator[Entry]:
    at = 0
    for _ in range(most + 1):
        if at == len(directory):
            return
        if at + _CENTRAL.size > len(directory) or not directory.startswith(b"PK\x01\x02", at):
            raise reject("ARCHIVE-DAMAGED")
        fields = _CENTRAL.unpack_from(directory, at)
        name_at = at + _CENTRAL.size
        extra_at = name_at + fields[10]
        comment_at = extra_at + fields[11]
        raw, extra = directory[name_at:extra_at], directory[extra_at:comment_at]
        yield _entry(fields, raw, extra, shift)
        at = comment_at + fields[12]
    raise reject("ARCHIVE-MEMBERS", limit=most)


def _entry(fields: tuple[int, ...], raw: bytes, extra: bytes, shift: int) -> Entry:
    flags, method = fields[3], fields[4]
    size, packed, start = _wide((fields[9], fields[8], fields[16]), extra)
    name = decoded(raw, extra, utf8=bool(flags & FLAG_UTF8))
    is_folder = name.endswith(("/", "\\"))
    crc = fields[7]
    return Entry(harmless(name), flags, method, crc, packed, size, start + shift, is_folder)


def _wide(numbers: tuple[int, int, int], extra: bytes) -> Iterator[int]:
    """Yield size, packed size and offset, those too large for 32 bits from the extra field."""
    wide, at = b"", 0
    while at + 4 <= len(extra) and not wide:
        tag, length = struct.unpack_from("<2H", extra, at)
        wide = extra[at + 4 : at + 4 + length] if tag == _ZIP64_TAG else b""
        at += 4 + length
    for number in numbers:
        if number == _IN_EXTRA and len(wide) >= 8:
            number, wide = int.from_bytes(wide[:8], "little"), wide[8:]
        yield number


def _require_apart(entries: list[Entry], directory: int) -> None:
    """Raise where members share bytes: the trick of the overlapping zip bomb."""
    ordered = sorted(entries, key=lambda entry: entry.start)
    borders = [*(entry.start for entry in ordered[1:]), directory]
    for entry, border in zip(ordered, borders, strict=False):
        if entry.start + LOCAL.size + entry.packed > border:
            raise reject("ARCHIVE-OVERLAP")
