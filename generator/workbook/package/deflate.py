"""Deflate and CRC: Intel's ISA-L where it is installed, the standard library's zlib elsewhere.

Half of what a recalculated copy costs is inflating and deflating its sheet; ISA-L takes a third
of zlib's time.  Both read each other's streams, and nothing but the packed size differs.
"""

import zlib
from types import ModuleType


def _fastest() -> ModuleType:
    try:
        from isal import isal_zlib
    except ImportError:  # not for Windows and systems without wheels
        return zlib
    return isal_zlib


_ENGINE = _fastest()
_LEVEL = 2
"""Of either engine: far faster than zlib's usual 6, files a fifth larger."""

error: type[Exception] = _ENGINE.error
"""What :func:`inflate` raises for a stream that is none."""


def deflate(content: bytes) -> bytes:
    """Return ``content`` as a raw deflate stream."""
    packer = _ENGINE.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed: bytes = packer.compress(content) + packer.flush()
    return packed


def inflate(packed: bytes, most: int) -> bytes:
    """Return what a raw deflate stream holds, ``most`` bytes of it; raise :data:`error`."""
    content: bytes = _ENGINE.decompressobj(-zlib.MAX_WBITS).decompress(packed, most)
    return content


def crc32(content: bytes) -> int:
    """Return the checksum a zip lists for ``content``."""
    checksum: int = _ENGINE.crc32(content)
    return checksum
