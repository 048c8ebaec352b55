"""The file behind an open workbook: its names, merged cells and formats need no round trip.

On a protected form nothing but entries can have changed since the file was saved.
"""

from pathlib import Path

from generator.workbook.package import Limits
from generator.workbook.reader import Reading, read_workbook_form
from generator.workbook.rejection import Rejected
from xladdin.book.wording import refusal
from xladdin.contract import Refused

_UNREADABLE = ("PKG-ENCRYPTED", "FILE-UNREADABLE")


def saved_form(fullname: str) -> Reading:
    """Return the form as it stands in a workbook's file.

    Raises ``Refused`` where there is no file to read or it holds no form.
    """
    try:
        data = Path(fullname).read_bytes()
    except OSError:
        raise refusal("unsaved") from None
    reading = _read(data, Path(fullname).name)
    if reading.foreign is not None:
        raise refusal("old_format", format=reading.foreign)
    return reading


def _read(data: bytes, name: str) -> Reading:
    try:
        return read_workbook_form(data, Limits(), name=Path(name).stem)
    except Rejected as refused:
        code = refused.rejection.code
        if code in _UNREADABLE:
            raise refusal("encrypted") from None
        raise Refused(refused.rejection.message) from None
