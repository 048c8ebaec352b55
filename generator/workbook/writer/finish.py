"""From what openpyxl saved to the finished file: values filled in, styles mended, zipped once.

openpyxl keeps no cached values, orders the children of a font as Microsoft's validator refuses,
and numbers every Chinese character (``&#24180;``), which makes a sheet longer and slower to read;
all are mended here.
"""

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime

from generator.workbook.package import Package
from generator.workbook.sheet.address import Position
from generator.workbook.sheet.apply import apply
from generator.workbook.sheet.edits import Edit
from generator.workbook.sheet.scan import scan
from generator.workbook.sheet.workbook import read_workbook
from generator.workbook.writer.entries import Filled

_STYLES = "xl/styles.xml"
_CORE = "docProps/core.xml"
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_NUMBERED = re.compile(rb"&#([0-9]{3,7});")
_FONT = re.compile(rb"<font>(.*?)</font>", re.DOTALL)
_CHILD = re.compile(rb"<(\w+)[^>]*?(?:/>|>.*?</\1>)", re.DOTALL)
_ORDER = [
    *(b"b", b"i", b"strike", b"condense", b"extend", b"outline", b"shadow", b"u", b"vertAlign"),
    *(b"sz", b"color", b"name", b"family", b"charset", b"scheme"),
]
"""The sequence of CT_Font in the schema (ECMA-376 part 1, 18.8.22)."""


def finish(saved: bytes, filled: Iterable[Filled], moment: datetime) -> bytes:
    """Return the finished file; every member carries ``moment`` as its date."""
    package = Package.open(saved)
    by_sheet: dict[str, dict[Position, Edit]] = defaultdict(dict)
    for place, edit in filled:
        by_sheet[place.sheet][place.row, place.column] = edit
    book = read_workbook(package)
    for ref in book.sheets:
        package.replace(ref.part, in_utf8(package.read(ref.part)))
        if ref.name in by_sheet:
            sheet = scan(package.read(ref.part), book.shared_strings)
            apply(package, ref, sheet, by_sheet[ref.name])
    package.replace(_STYLES, mend_fonts(package.read(_STYLES)))
    package.replace(_CORE, dated(package.read(_CORE), moment))
    return _zipped(package, moment)


def mend_fonts(styles: bytes) -> bytes:
    """Put the children of every font into the schema's order."""
    return _FONT.sub(lambda font: b"<font>" + _sorted(font[1]) + b"</font>", styles)


def dated(core: bytes, moment: datetime) -> bytes:
    """Put the moment of writing where openpyxl puts local time as UTC, and the time of saving."""
    stamp = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return _DATES.sub(rb"\g<1>" + stamp, core)


def in_utf8(xml: bytes) -> bytes:
    """Return a part without an encoding of its own, its numbered characters written plainly."""
    return _NUMBERED.sub(lambda number: chr(int(number[1])).encode(), xml)


def _sorted(children: bytes) -> bytes:
    found = list(_CHILD.finditer(children))
    return b"".join(match[0] for match in sorted(found, key=lambda m: _ORDER.index(m[1])))


def _zipped(package: Package, moment: datetime) -> bytes:
    date = moment.timetuple()[:6]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in package.names:
            info = zipfile.ZipInfo(name, date)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, package.read(name))
    return buffer.getvalue()
