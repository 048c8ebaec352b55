"""What else a file may be, told by how it begins: so that the answer can name it."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PKG-PDF"),
    (b"{\\rtf", "PKG-RTF"),
    (b"\x89PNG\r\n", "PKG-PICTURE"),
    (b"\xff\xd8\xff", "PKG-PICTURE"),
    (b"GIF8", "PKG-PICTURE"),
    (b"II*\0", "PKG-PICTURE"),
    (b"MM\0*", "PKG-PICTURE"),
    (b"BM", "PKG-PICTURE"),
    (b"MZ", "PKG-PROGRAM"),
    (b"\x7fELF", "PKG-PROGRAM"),
    (b"Rar!\x1a\x07", "ARCHIVE-RAR"),
    (b"7z\xbc\xaf\x27\x1c", "ARCHIVE-7Z"),
    (b"\x1f\x8b", "ARCHIVE-OTHER"),
    (b"BZh", "ARCHIVE-OTHER"),
    (b"\xfd7zXZ\0", "ARCHIVE-OTHER"),
)
_TAR, _TAR_AT = b"ustar", 257


def signature_code(data: bytes) -> str | None:
    """Return the code of the refusal that names the format, ``None`` for one not known here."""
    if data[_TAR_AT:].startswith(_TAR):
        return "ARCHIVE-OTHER"
    return next((code for mark, code in _SIGNATURES if data.startswith(mark)), None)
