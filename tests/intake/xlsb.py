"""An .xlsb written record by record (MS-XLSB): no program at hand writes one."""

import struct
from collections.abc import Mapping, Sequence
from itertools import groupby

from tests.intake.zips import zip_of

_SPACE = "http://schemas.openxmlformats.org"
_BOOK = f"{_SPACE}/officeDocument/2006/relationships"
_ROW, _REAL, _TEXT = 0, 5, 6
_BEGIN_DATA, _END_DATA, _DIMENSION = 145, 146, 148
_BEGIN_BOOK, _END_BOOK, _BEGIN_SHEETS, _END_SHEETS, _SHEET = 131, 132, 143, 144, 156
_CALCULATION = 157

Value = tuple[int, int, str | float]
"""Row and column, counted from 0, and a text or number."""


def xlsb_of(sheets: Mapping[str, Sequence[Value]]) -> bytes:
    """Return a workbook of some sheets with some values; names with "_" are hidden."""
    parts = {f"xl/worksheets/sheet{n}.bin": _sheet(v) for n, v in enumerate(sheets.values(), 1)}
    relations = "".join(
        _relation(n, "worksheet", f"worksheets/sheet{n}.bin") for n in range(1, len(sheets) + 1)
    )
    return zip_of(
        {
            "[Content_Types].xml": f'<Types xmlns="{_SPACE}/package/2006/content-types"/>'.encode(),
            "_rels/.rels": _relations(_relation(1, "officeDocument", "xl/workbook.bin")),
            "xl/workbook.bin": _book(list(sheets)),
            "xl/_rels/workbook.bin.rels": _relations(relations),
            **parts,
        }
    )


def _book(names: list[str]) -> bytes:
    listed = b"".join(
        _record(_SHEET, struct.pack("<2I", name[0] == "_", n) + _wide(f"r{n}") + _wide(name))
        for n, name in enumerate(names, 1)
    )
    begin, end = _record(_BEGIN_BOOK), _record(_CALCULATION) + _record(_END_BOOK)
    return begin + _record(_BEGIN_SHEETS) + listed + _record(_END_SHEETS) + end


def _sheet(values: Sequence[Value]) -> bytes:
    last = [max(value[axis] for value in values) for axis in (0, 1)]
    head = _record(_DIMENSION, struct.pack("<4I", 0, last[0], 0, last[1])) + _record(_BEGIN_DATA)
    rows = b""
    for row, cells in groupby(sorted(values, key=lambda value: value[:2]), lambda value: value[0]):
        rows += _record(_ROW, struct.pack("<I", row) + bytes(13))
        for _, column, value in cells:
            start = struct.pack("<2I", column, 0)
            is_text = isinstance(value, str)
            content = _wide(value) if isinstance(value, str) else struct.pack("<d", value)
            rows += _record(_TEXT if is_text else _REAL, start + content)
    return _record(129) + head + rows + _record(_END_DATA) + _record(130)


def _record(kind: int, body: bytes = b"") -> bytes:
    return _number(kind) + _number(len(body)) + body


def _number(value: int) -> bytes:
    written = b""
    while True:
        value, low = value >> 7, value & 0x7F
        written += bytes([low | (0x80 if value else 0)])
        if not value:
            return written


def _wide(text: str) -> bytes:
    encoded = text.encode("utf-16-le")
    return struct.pack("<I", len(encoded) // 2) + encoded


def _relations(inner: str) -> bytes:
    space = f"{_SPACE}/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{inner}</Relationships>'.encode()


def _relation(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="r{number}" Type="{_BOOK}/{kind}" Target="{target}"/>'
