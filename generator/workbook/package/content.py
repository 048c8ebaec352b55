"""What a file is, told by its first bytes and never by its extension."""

from generator.workbook.package.signatures import signature_code
from generator.workbook.rejection import Rejected, reject

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
