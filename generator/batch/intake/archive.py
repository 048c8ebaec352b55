"""One archive: its members listed once, each inflated when it is asked for, never beyond limits."""

import zlib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from generator.batch.intake.directory import (
    FLAG_ENCRYPTED,
    LOCAL,
    Entry,
    Stored,
    piece,
    read_entries,
)
from generator.batch.intake.limits import MB, ArchiveLimits
from generator.workbook.rejection import reject

_STORED, _DEFLATED = 0, 8
_KEPT = 4
"""Archives a process keeps open: one of each depth, and the next."""


class Member(NamedTuple):
    """Which member of an archive is meant: its number, and its checksum to know it again."""

    number: int
    crc: int


class Archive:
    """A zip on disk or in memory; no file stays open between two calls."""

    def __init__(self, source: Stored, limits: ArchiveLimits) -> None:
        self._source = source
        self.entries = read_entries(source, limits)

    def read(self, member: Member, most: int, code: str = "PKG-TOO-BIG") -> bytes:
        """Return the content of a member of at most so many bytes, checked.

        Raises ``Rejected``: ``code`` for one larger, ARCHIVE-… for one that cannot be read.
        """
        entry = self._entry(member)
        if entry.size > most:
            raise reject(code, limit=most // MB)
        content = self._inflated(entry, entry.packed, entry.size)
        if len(content) != entry.size:
            raise reject("ARCHIVE-BOMB" if len(content) > entry.size else "ARCHIVE-DAMAGED")
        if zlib.crc32(content) != entry.crc:
            raise reject("ARCHIVE-DAMAGED")
        return content

    def head(self, member: Member, length: int) -> bytes:
        """Return the first bytes of a member, fewer where it is shorter or cannot be read."""
        entry = self._entry(member)
        return self._inflated(entry, min(entry.packed, 2 * length), length - 1)

    def _entry(self, member: Member) -> Entry:
        if member.number < len(self.entries):
            entry = self.entries[member.number]
            if entry.crc == member.crc:
                return entry
        raise reject("ARCHIVE-CHANGED")

    def _inflated(self, entry: Entry, packed: int, size: int) -> bytes:
        """Return at most one byte more than ``size``, from so many packed bytes."""
        if entry.flags & FLAG_ENCRYPTED:
            raise reject("ARCHIVE-ENCRYPTED")
        if entry.method not in (_STORED, _DEFLATED):
            raise reject("ARCHIVE-COMPRESSION", method=entry.method)
        if packed > 2 * size + MB:  # deflate never makes anything so much longer
            raise reject("ARCHIVE-BOMB")
        raw = self._raw(entry, packed)
        if entry.method == _STORED:
            return raw[: size + 1]
        try:
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(raw, size + 1)
        except zlib.error:
            raise reject("ARCHIVE-DAMAGED") from None

    def _raw(self, entry: Entry, packed: int) -> bytes:
        header = piece(self._source, entry.start, LOCAL.size)
        if len(header) < LOCAL.size or not header.startswith(b"PK\x03\x04"):
            raise reject("ARCHIVE-DAMAGED")
        name, extra = LOCAL.unpack(header)[9:]
        return piece(self._source, entry.start + LOCAL.size + name + extra, packed)


def archive_at(path: Path, inside: tuple[Member, ...], limits: ArchiveLimits) -> Archive:
    """Return the archive in a file, or the one inside it that some members lead to, kept ready.

    Raises ``Rejected`` or ``OSError`` where it cannot be opened.
    """
    state = path.stat()
    return _kept(path, (state.st_size, state.st_mtime_ns), inside, limits)


@lru_cache(maxsize=_KEPT)
def _kept(
    path: Path, stamp: tuple[int, int], inside: tuple[Member, ...], limits: ArchiveLimits
) -> Archive:
    if not inside:
        return Archive(path, limits)
    outer = _kept(path, stamp, inside[:-1], limits)
    return Archive(outer.read(inside[-1], limits.nested, "ARCHIVE-NESTED"), limits)
