"""What a file is to us, told by its first bytes and, where those leave it open, by its members."""

from collections.abc import Iterable
from enum import Enum
from pathlib import PurePosixPath

from generator.batch.intake.found import Input
from generator.batch.intake.limits import ArchiveLimits
from generator.workbook.package import Limits
from generator.workbook.package.kind import signature_code
from generator.workbook.package.limits import read_source
from generator.workbook.rejection import Rejected

WORKBOOKS = frozenset(
    {".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlt", ".xlsb", ".ods", ".ots", ".et", ".ett"}
)
ARCHIVES = frozenset({".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz"})
"""What is answered whatever it holds; other files of a folder only if they hold a workbook."""

_OTHERS = frozenset(
    {".doc", ".docx", ".wps", ".ppt", ".pptx", ".dps", ".pdf", ".ofd", ".txt", ".csv", ".odt"}
    | {".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".mp4", ".msg", ".eml", ".json"}
)
_HEAD = 512
_ZIP, _EMPTY_ZIP = b"PK\x03\x04", b"PK\x05\x06"
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAM = "Workbook\0".encode("utf-16-le")
_LIMITS = Limits()
_NAME_AT = 30  # of the first member's name in a zip
_OFFICE = (b"[Content_Types].xml", b"_rels/.rels", b"docProps/", b"xl/", b"mimetype")
"""What the first member of a workbook is called by all programs that save any."""


class Kind(Enum):
    """What to do with a file."""

    WORKBOOK = "workbook"
    """Read it; it may turn out to be none, which is then its answer."""
    ARCHIVE = "archive"
    """Open it and look at its members."""
    OTHER = "other"
    """Mention it."""


def kind_of(found: Input, limits: ArchiveLimits, *, named: bool) -> Kind:
    """Tell what a file is; one that was ``named`` by the user is never merely mentioned."""
    wanted = named or found.suffix in WORKBOOKS | ARCHIVES
    if not wanted and found.suffix in _OTHERS:
        return Kind.OTHER
    try:
        kind = _by_content(found, found.head(_HEAD, limits), limits)
    except (Rejected, OSError):  # opening or reading it will say why
        kind = Kind.ARCHIVE if found.suffix == ".zip" else None
    return kind or (Kind.WORKBOOK if wanted else Kind.OTHER)


def _by_content(found: Input, head: bytes, limits: ArchiveLimits) -> Kind | None:
    if head.startswith(_ZIP):
        return _of_zip(found, head, limits)
    if head.startswith(_EMPTY_ZIP):
        return Kind.ARCHIVE
    if head.startswith(_OLE2):
        return Kind.WORKBOOK if found.suffix in WORKBOOKS or _names_workbook(found) else None
    is_unknown = found.suffix == ".zip" and signature_code(head) is None
    return Kind.ARCHIVE if is_unknown else None


def _names_workbook(found: Input) -> bool:
    """Tell whether an OLE2 container has a stream of that name somewhere."""
    return _STREAM in read_source(found.load(_LIMITS), _LIMITS)


def _of_zip(found: Input, head: bytes, limits: ArchiveLimits) -> Kind | None:
    if found.suffix in WORKBOOKS and head[_NAME_AT:].startswith(_OFFICE):
        return Kind.WORKBOOK
    names = {entry.name.lower() for entry in found.opened(limits).entries}
    if "[content_types].xml" in names or {"mimetype", "content.xml"} <= names:
        is_workbook = any(name.startswith("xl/") for name in names) or found.suffix in WORKBOOKS
        return Kind.WORKBOOK if is_workbook else None
    if found.suffix in WORKBOOKS | ARCHIVES or _holds_any(names):
        return Kind.ARCHIVE
    return None


def _holds_any(names: Iterable[str]) -> bool:
    return any(PurePosixPath(name).suffix in WORKBOOKS | ARCHIVES for name in names)
