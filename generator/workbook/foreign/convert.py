"""From a workbook that is no .xlsx, or a protected one, to an .xlsx that holds its values."""

import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from generator.workbook.foreign import child
from generator.workbook.foreign.process import child_process
from generator.workbook.package import Limits
from generator.workbook.rejection import reject
from generator.workbook.sheet.address import Area, address
from generator.workbook.sheet.escapes import encode
from generator.workbook.sheet.xml import MAIN_NAMESPACES

_STATES = {"Visible": "visible", "Hidden": "hidden", "VeryHidden": "veryHidden"}


class ForeignCell(NamedTuple):
    """A cell that is not blank; rows and columns count from 1.

    ``kind`` is ``n`` (a number in 15 significant digits), ``b`` ("0" or "1") or ``s`` (a text; a
    date is one in ISO 8601).
    """

    row: int
    column: int
    kind: str
    value: str


class ForeignSheet(NamedTuple):
    """One worksheet; ``state`` is as an .xlsx writes it, ``merges`` are empty where unknown."""

    name: str
    state: str
    merges: list[Area]
    cells: list[ForeignCell]

    @classmethod
    def of(cls, reported: Mapping[str, Any]) -> "ForeignSheet":
        """Take one sheet of the child's answer."""
        areas = reported["merges"]
        return cls(
            str(reported["name"]),
            _STATES.get(reported["state"], "visible"),
            [(top + 1, left + 1, bottom + 1, right + 1) for top, left, bottom, right in areas],
            [ForeignCell(row + 1, column + 1, *rest) for row, column, *rest in reported["cells"]],
        )


_BUILT_IN = "VelvetSweatshop"
"""What Excel itself encrypts with when only the structure is protected: it opens such a file
without asking (MS-OFFCRYPTO, 2.3.7.1)."""


def decrypted(data: bytes, password: str | None, limits: Limits) -> bytes:
    """Return a protected file without its protection.

    Raises ``Rejected``: PKG-ENCRYPTED where it needs a password and none is given,
    PKG-WRONG-PASSWORD where the one given does not open it.
    """
    passwords = [_BUILT_IN] if password is None else [password, _BUILT_IN]
    kind, plain = child_process(limits).ask(child.DECRYPT, passwords, data)
    if kind != child.DONE:
        raise reject("PKG-ENCRYPTED" if password is None else "PKG-WRONG-PASSWORD")
    return plain


_MAIN = MAIN_NAMESPACES[0].encode()
_OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = b"http://schemas.openxmlformats.org/package/2006"
_TYPE = b"application/vnd.openxmlformats-officedocument.spreadsheetml."


def rebuilt(sheets: Sequence[ForeignSheet]) -> bytes:
    """Return a workbook with these sheets, in order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for name, part in _parts(sheets):
            package.writestr(name, part)
    return buffer.getvalue()


def _parts(sheets: Sequence[ForeignSheet]) -> Iterator[tuple[str, bytes]]:
    yield "[Content_Types].xml", _content_types(len(sheets))
    yield "_rels/.rels", _relations([(b"officeDocument", b"xl/workbook.xml")])
    targets = [(b"worksheet", b"worksheets/sheet%d.xml" % n) for n, _ in enumerate(sheets, 1)]
    yield "xl/_rels/workbook.xml.rels", _relations(targets)
    yield "xl/workbook.xml", _workbook(sheets)
    for number, sheet in enumerate(sheets, 1):
        yield f"xl/worksheets/sheet{number}.xml", _worksheet(sheet)


def _content_types(sheets: int) -> bytes:
    kinds = [(b"/xl/workbook.xml", b"sheet.main+xml")]
    kinds += ((b"/xl/worksheets/sheet%d.xml" % n, b"worksheet+xml") for n in range(1, sheets + 1))
    parts = (b'<Override PartName="%s" ContentType="%s%s"/>' % (p, _TYPE, k) for p, k in kinds)
    rels = b"application/vnd.openxmlformats-package.relationships+xml"
    default = b'<Default Extension="rels" ContentType="%s"/>' % rels
    inner = default + b"".join(parts)
    return b'<Types xmlns="%s/content-types">%s</Types>' % (_PACKAGE, inner)


def _relations(targets: Sequence[tuple[bytes, bytes]]) -> bytes:
    one = b'<Relationship Id="r%d" Type="%s/%s" Target="%s"/>'
    inner = b"".join(one % (n, _OFFICE, *target) for n, target in enumerate(targets, 1))
    return b'<Relationships xmlns="%s/relationships">%s</Relationships>' % (_PACKAGE, inner)


def _workbook(sheets: Sequence[ForeignSheet]) -> bytes:
    one = b'<sheet name="%s" sheetId="%d" state="%s" r:id="r%d"/>'
    listed = b"".join(
        one % (_attribute(sheet.name), n, sheet.state.encode(), n)
        for n, sheet in enumerate(sheets, 1)
    )
    return b'<workbook xmlns="%s" xmlns:r="%s"><sheets>%s</sheets></workbook>' % (
        _MAIN,
        _OFFICE,
        listed,
    )


def _worksheet(sheet: ForeignSheet) -> bytes:
    by_row = groupby(sheet.cells, lambda cell: cell.row)
    rows = b"".join(
        b'<row r="%d">%s</row>' % (row, b"".join(map(_cell, cells))) for row, cells in by_row
    )
    merged = b"".join(b'<mergeCell ref="%s"/>' % _reference(area) for area in sheet.merges)
    merges = b"<mergeCells>%s</mergeCells>" % merged if merged else b""
    return b'<worksheet xmlns="%s"><sheetData>%s</sheetData>%s</worksheet>' % (_MAIN, rows, merges)


def _cell(cell: ForeignCell) -> bytes:
    where, value = address(cell.row, cell.column).encode(), encode(cell.value)
    if cell.kind == "s":
        text = b'<is><t xml:space="preserve">%s</t></is>' % value
        return b'<c r="%s" t="inlineStr">%s</c>' % (where, text)
    return b'<c r="%s" t="%s"><v>%s</v></c>' % (where, cell.kind.encode(), value)


def _reference(area: Area) -> bytes:
    top, left, bottom, right = area
    return f"{address(top, left)}:{address(bottom, right)}".encode()


def _attribute(text: str) -> bytes:
    return encode(text).replace(b'"', b"&quot;")


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
