"""What a file is, told by its first bytes and its members, never by its extension."""

from collections.abc import Sequence

from generator.workbook.rejection import Rejected, reject

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


_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = (b"<html", b"<!doctype html", b"<table", b"<head", b"<meta")
_SPREADSHEET_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
_HEAD = 4096  # bytes looked at to tell HTML and XML from other text


def require_zip(data: bytes) -> None:
    """Return when ``data`` begins like a zip with members; otherwise raise what it is instead."""
    if not data.startswith(_ZIP):
        raise _not_zip(data)


def _not_zip(data: bytes) -> Rejected:
    if not data.strip(b"\0"):
        return reject("PKG-EMPTY")
    if data.startswith(_OLE2):
        return reject(_ole2_code(data))
    if data.startswith(_EMPTY_ZIP):
        return reject("PKG-NO-WORKBOOK")
    head = data[:_HEAD]
    return reject(signature_code(head) or _text_code(head))


def _ole2_code(data: bytes) -> str:
    """Tell what an OLE2 container holds by the stream names in its directory (UTF-16)."""
    if _stream(data, "EncryptedPackage"):
        return "PKG-ENCRYPTED"
    if _stream(data, "Workbook") or _stream(data, "Book"):
        return "PKG-OLD-XLS"
    return "PKG-WORD" if _stream(data, "WordDocument") else "PKG-OLE2"


def _stream(data: bytes, name: str) -> bool:
    return (name + "\0").encode("utf-16-le") in data


def _text_code(head: bytes) -> str:
    head = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_HTML) or b"<html" in head:
        return "PKG-HTML"
    return "PKG-XML-2003" if _SPREADSHEET_2003 in head else "PKG-NOT-ZIP"


_CONTENT_TYPES = "[content_types].xml"
_OTHERS = {"word/": "PKG-WORD", "ppt/": "PKG-POWERPOINT", "visio/": "PKG-NO-WORKBOOK"}


def require_workbook(names: Sequence[str]) -> None:
    """Raise ``Rejected`` for a plain zip, an OpenDocument file, or another Office program's."""
    folded = {name.lower() for name in names}
    if _CONTENT_TYPES not in folded:
        raise reject(_code_of_zip(folded))
    if "xl/workbook.bin" in folded:
        raise reject("PKG-XLSB")
    if not any(name.startswith("xl/") for name in folded):
        _refuse_other_program(folded)


def _refuse_other_program(folded: set[str]) -> None:
    for folder, code in _OTHERS.items():
        if any(name.startswith(folder) for name in folded):
            raise reject(code)


def _code_of_zip(folded: set[str]) -> str:
    if {"mimetype", "content.xml"} <= folded:
        return "PKG-OPEN-DOCUMENT"
    return "PKG-OFD" if "ofd.xml" in folded else "PKG-NO-WORKBOOK"
