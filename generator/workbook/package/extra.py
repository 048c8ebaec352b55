"""The extra fields of a zip header: tagged blocks such as time stamps."""

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
