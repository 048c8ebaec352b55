"""From a foreign workbook to an .xlsx that holds its values."""

import json

from generator.workbook.foreign import child
from generator.workbook.foreign.cells import ForeignSheet
from generator.workbook.foreign.decrypt import decrypted
from generator.workbook.foreign.process import child_process
from generator.workbook.foreign.rebuild import rebuilt
from generator.workbook.package import Limits
from generator.workbook.rejection import reject

_NO_SPREADSHEETS = (b"opendocument.text", b"opendocument.presentation", b"opendocument.graphics")
_MIMETYPE = 256  # the first member of an OpenDocument file, stored, says what it is


def as_xlsx(data: bytes, limits: Limits, password: str | None = None) -> bytes:
    """Return an .xlsx with the sheets, values and known merges of a foreign workbook.

    Formulas, number formats, names and protection are not carried over.  Raises ``Rejected`` for
    what cannot be read within the limits.
    """
    if any(mark in data[:_MIMETYPE] for mark in _NO_SPREADSHEETS):
        raise reject("PKG-OPEN-DOCUMENT")
    kind, cells = child_process(limits).ask(child.CELLS, (), data)
    if kind == child.PROTECTED and data.startswith(b"PK"):
        raise reject("FOREIGN-PROTECTED")
    if kind == child.PROTECTED:
        plain = decrypted(data, password, limits)
        kind, cells = child_process(limits).ask(child.CELLS, (), plain)
    if kind == child.TOO_BIG:
        raise reject("FOREIGN-CELLS", limit=limits.cells)
    if kind != child.DONE:
        raise reject("FOREIGN-BROKEN")
    return rebuilt([ForeignSheet.of(each) for each in json.loads(cells)])
