"""Files made to do harm or broken in one known way, each with the code it is refused with."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from .mutations import Parts, packed, parts_of

_SHEET, _BOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def broken_files(workbook: bytes) -> Iterator[tuple[str, bytes, str | None]]:
    """Yield name, content and code (None: any answer will do) of files made from a sound one."""
    yield "empty.xlsx", b"", "PKG-EMPTY"
    yield "zeros.xlsx", bytes(5000), "PKG-EMPTY"
    yield "text.xlsx", "项目名称\t预算".encode(), "PKG-NOT-ZIP"
    yield "page.xlsx", b"<html><table><tr><td>1</td></tr></table></html>", "PKG-HTML"
    yield "half.xlsx", workbook[: len(workbook) // 2], "PKG-TRUNCATED"
    yield "last-byte.xlsx", workbook[:-1], "PKG-TRUNCATED"
    yield "head-cut.xlsx", workbook[100:], None
    parts = parts_of(workbook)
    yield from _packages(parts)
    yield from _parts(parts)
    yield from _sheets(parts)


def _packages(parts: Parts) -> Iterator[tuple[str, bytes, str | None]]:
    yield "bomb.xlsx", packed({**parts, "xl/media/a.png": bytes(120 * 1024 * 1024)}), "PKG-INFLATED"
    yield "lying-bomb.xlsx", _lying(packed({**parts, "a.bin": bytes(1 << 20)})), None
    many = {f"xl/media/{number}.bin": b"x" for number in range(250)}
    yield "many-members.xlsx", packed({**parts, **many}), "PKG-MEMBERS"
    yield "escape.xlsx", packed({**parts, "../evil.xml": b"x"}), "PKG-NAME"
    yield "absolute.xlsx", packed({**parts, "/etc/passwd": b"x"}), "PKG-NAME"
    yield "twice.xlsx", packed({**parts, _SHEET.upper(): parts[_SHEET]}), "PKG-DUPLICATE"
    yield "nested.xlsx", packed({**parts, "xl/embeddings/a.zip": packed(parts)}), None
    yield "no-types.xlsx", packed(_without(parts, "[Content_Types].xml")), "PKG-NO-WORKBOOK"
    yield "stored.xlsx", _stored(parts), None


def _parts(parts: Parts) -> Iterator[tuple[str, bytes, str | None]]:
    yield "no-workbook.xlsx", packed(_without(parts, _BOOK)), "PKG-PART-MISSING"
    yield "no-sheet.xlsx", packed(_without(parts, _SHEET)), "PKG-PART-MISSING"
    yield "no-relations.xlsx", packed(_without(parts, "_rels/.rels")), "PKG-NO-WORKBOOK"
    types = parts["[Content_Types].xml"].replace(b"spreadsheetml.worksheet", b"drawing")
    yield "wrong-types.xlsx", packed({**parts, "[Content_Types].xml": types}), None
    linked = parts["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdX" Type="http://x/externalLink" TargetMode="External" '
        b'Target="file:///etc/passwd"/></Relationships>',
    )
    yield "external-link.xlsx", packed({**parts, "xl/_rels/workbook.xml.rels": linked}), None
    laughs = b"<!DOCTYPE x [" + b"".join(
        b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10 if n else b"ha") for n in range(9)
    )
    yield "laughs.xlsx", packed({**parts, _BOOK: laughs + b"]><x>&a8;</x>"}), "XML-DOCTYPE"
    outside = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    yield "entity.xlsx", packed({**parts, _SHEET: outside}), "XML-DOCTYPE"
    names = "".join(f'<definedName name="n{number}">1</definedName>' for number in range(6000))
    book = parts[_BOOK].replace(b"</definedNames>", names.encode() + b"</definedNames>")
    yield "many-names.xlsx", packed({**parts, _BOOK: book}), "BOOK-NAMES"


def _sheets(parts: Parts) -> Iterator[tuple[str, bytes, str | None]]:
    def sheet(rows: str, after: str = "") -> bytes:
        xml = f"<worksheet {_MAIN}><sheetData>{rows}</sheetData>{after}</worksheet>"
        return packed({**parts, _SHEET: xml.encode()})

    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    yield "far-cell.xlsx", sheet(far), None
    yield "far-style.xlsx", sheet('<row r="1"><c r="A1" s="999999999"><v>1</v></c></row>'), None
    yield "too-far.xlsx", sheet('<row r="1048577"/>'), "SHEET-ADDRESS"
    rows = "".join(f'<row r="{row}"/>' for row in range(1, 200_010))
    yield "many-rows.xlsx", sheet(rows), "SHEET-ROWS"
    cells = "".join(
        f'<row r="{row}">' + "".join(f'<c r="{chr(65 + at)}{row}"/>' for at in range(26)) + "</row>"
        for row in range(1, 8000)
    )
    yield "many-cells.xlsx", sheet(cells), "SHEET-CELLS"
    merges = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, 2100))
    yield "many-merges.xlsx", sheet("", f"<mergeCells>{merges}</mergeCells>"), "SHEET-MERGES"
    whole = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    yield "merged-whole.xlsx", sheet('<row r="1"><c r="A1"/></row>', whole), None
    yield "deep.xlsx", sheet("<x>" * 5000 + "</x>" * 5000), "XML-DEPTH"
    long = "绩" * 2_000_000
    yield "long-text.xlsx", sheet(f'<row r="1"><c r="A1" t="str"><v>{long}</v></c></row>'), None
    yield "not-closed.xlsx", sheet('<row r="1"/><row r="2">'), "XML-BROKEN"


def _without(parts: Parts, name: str) -> Parts:
    return {other: data for other, data in parts.items() if other != name}


def _stored(parts: Parts) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def _lying(workbook: bytes) -> bytes:
    """Let the directory declare ten bytes for a member of a megabyte, with their checksum."""
    size, crc = (1 << 20).to_bytes(4, "little"), zlib.crc32(bytes(1 << 20)).to_bytes(4, "little")
    honest = (10).to_bytes(4, "little")
    return workbook.replace(size, honest).replace(crc, zlib.crc32(bytes(10)).to_bytes(4, "little"))
